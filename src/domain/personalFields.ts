import { escapeHtml } from './escapeHtml.js'

/**
 * Places in a newsletter that say something different to everyone: `{{firstName}}`, or `{{firstName|dear reader}}` with
 * what stands there for people of whom it is not known. A mail is rendered once and only these are filled per recipient.
 */

/** What a writer may put into text. `greeting` and `salutation` are whole phrases in the recipient's language. */
export const personalFields = [
  'firstName',
  'lastName',
  'fullName',
  'company',
  'email',
  'formalGreeting',
  'informalGreeting',
] as const
export type PersonalField = (typeof personalFields)[number]

/** What the letter itself needs: its footer, and its pixel and links when it is counted who opens it. */
export const letterFields = ['unsubscribeUrl', 'preferencesUrl', 'legalNotice', 'trackingToken'] as const
export type LetterField = (typeof letterFields)[number]

export type SlotName = PersonalField | LetterField
export type SlotValues = Partial<Record<SlotName, string | null>>

/** A piece of a template: literal text, or a slot with what to say when there is no value. */
export type TemplatePart = string | { name: string; fallback: string | null }

/** How a value is made harmless where it is put. `header` is for subjects: one line, no control characters. */
export type SlotContext = 'html' | 'text' | 'header'

const slotPattern = /\{\{\s*([A-Za-z]+)\s*(?:\|([^{}]*))?\}\}/g

export const isPersonalField = (name: string): name is PersonalField =>
  (personalFields as readonly string[]).includes(name)

export const isSlotName = (name: string): name is SlotName =>
  isPersonalField(name) || (letterFields as readonly string[]).includes(name)

/** Writes a slot; what would end it early is taken out of the fallback. */
export function slot(name: SlotName, fallback?: string | null): string {
  const safe = (fallback ?? '').replace(/[{}]/g, '').trim()
  return safe === '' ? `{{${name}}}` : `{{${name}|${safe}}}`
}

/** Takes a template apart, so that it can be filled many times without being searched again. */
export function parseTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = []
  let end = 0
  for (const match of template.matchAll(slotPattern)) {
    if (match.index > end) parts.push(template.slice(end, match.index))
    const fallback = match[2]?.trim() ?? ''
    parts.push({ name: match[1] ?? '', fallback: fallback === '' ? null : fallback })
    end = match.index + match[0].length
  }
  if (end < template.length) parts.push(template.slice(end))
  return parts
}

/** The slots of a template, in order. */
export function slotsOf(template: string): { name: string; fallback: string | null }[] {
  return parseTemplate(template).filter((part) => typeof part !== 'string')
}

/**
 * Fills the slots. A missing or blank value takes the fallback; a slot without either vanishes. Values are escaped for
 * where they stand and never searched for slots themselves. Fallbacks in a template for HTML are HTML already.
 */
export function fillSlots(
  template: string | readonly TemplatePart[],
  values: SlotValues,
  context: SlotContext,
): string {
  const parts = typeof template === 'string' ? parseTemplate(template) : template
  return parts.map((part) => (typeof part === 'string' ? part : fillSlot(part, values, context))).join('')
}

/** The text of one slot, ready for its place. */
export function fillSlot(
  part: Exclude<TemplatePart, string>,
  values: SlotValues,
  context: SlotContext,
): string {
  const given = isSlotName(part.name) ? oneLine(values[part.name] ?? '') : ''
  if (given === '') return part.fallback ?? ''
  return context === 'html' ? escapeHtml(given) : given
}

/** Names are single lines. Control characters would start a new header or a new line in the plain text. */
function oneLine(value: string): string {
  return value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim()
}
