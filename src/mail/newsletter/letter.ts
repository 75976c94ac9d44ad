import type { Payload } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { escapeHtml } from '../../domain/escapeHtml.js'
import { translate, type Language } from '../../i18n/translate.js'
import { companyLines } from '../templates/letterhead.js'
import { readSettings } from '../settings.js'
import type { Letter } from './compile.js'

export interface NewsletterDocument {
  id: string | number
  subject?: string | null
  preheader?: string | null
  content?: unknown
}

interface Node {
  text?: string
  children?: Node[]
  root?: Node
}

/** A newsletter as everybody reads it in one language; what is personal stays a `{{slot}}`. */
export async function renderLetter(
  payload: Payload,
  crm: Crm,
  newsletter: NewsletterDocument,
  language: Language,
): Promise<Letter> {
  const settings = await readSettings(payload, crm)
  const paragraphs = ((newsletter.content as Node | null)?.root?.children ?? []).map(textOf)
  const footer = companyLines(settings, language)
  const unsubscribe = translate(language, 'campaign:unsubscribe')
  const htmlLines = [
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    `<p><small>${footer.map(escapeHtml).join('<br>')}</small></p>`,
    `<p><a href="{{unsubscribeUrl}}">${escapeHtml(unsubscribe)}</a></p>`,
  ]
  const head = `<meta charset="utf-8"><title>${escapeHtml(newsletter.subject ?? '')}</title>`
  return {
    subject: newsletter.subject ?? '',
    html: `<!doctype html>\n<html lang="${language}"><head>${head}</head><body>\n${htmlLines.join('\n')}\n</body></html>\n`,
    text: [...paragraphs, `-- \n${footer.join('\n')}`, `${unsubscribe}: {{unsubscribeUrl}}`, ''].join('\n\n'),
  }
}

function textOf(node: Node): string {
  return (node.text ?? '') + (node.children ?? []).map(textOf).join('')
}
