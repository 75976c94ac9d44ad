import type { PayloadRequest } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { formatDateTime } from '../../i18n/format.js'
import { say, texts, type TextKey } from '../../i18n/translate.js'
import { languageOf } from '../publicPages/page.js'

/** Fields whose values are one of a few that have a name of their own. A text of a person's that looks like one stays. */
const choices = new Set([
  'action',
  'kind',
  'language',
  'legalBasis',
  'origin',
  'salutation',
  'state',
  'status',
])
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** What a field is called in the admin panel; its own name where it is not shown there. */
export function labelOf(req: PayloadRequest, name: string): string {
  if (name === 'createdAt' || name === 'updatedAt') return req.t(`general:${name}`)
  return name in texts.de.field ? say(req, `field:${name}` as TextKey) : name
}

/** A stored value in the reader's words: choices by their name, instants in the time zone of the CRM. */
export function readableValue(req: PayloadRequest, crm: Crm, name: string, value: unknown): string {
  if (typeof value === 'boolean') return say(req, value ? 'admin:yes' : 'admin:no')
  if (typeof value !== 'string') return String(value)
  if (name === 'language' && (value === 'de' || value === 'en'))
    return say(req, value === 'de' ? 'field:german' : 'field:english')
  if (choices.has(name) && value in texts.de.option) return say(req, `option:${value}` as TextKey)
  return instant.test(value) ? formatDateTime(value, languageOf(req), crm.timeZone) : value
}
