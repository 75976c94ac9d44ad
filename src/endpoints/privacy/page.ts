import type { PayloadRequest } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { say } from '../../i18n/translate.js'
import { html, type Html } from '../../mail/templates/html.js'
import { languageOf, page } from '../publicPages/page.js'
import type { PersonalData } from './person.js'
import { labelOf, readableValue } from './readable.js'

/** The export for people to read: a section for each kind of record, every value that there is, in words. */
export function personPage(
  req: PayloadRequest,
  crm: Crm,
  email: string,
  data: PersonalData,
): Promise<Response> {
  const sections = (Object.keys(data) as (keyof PersonalData)[]).map(
    (name) =>
      html`<h2>${say(req, `privacy:${name}`)} (${data[name].length})</h2>
        ${data[name].map((document) => fields(req, crm, document))}`,
  )
  return page(req, crm, languageOf(req), {
    title: say(req, 'privacy:title', { email }),
    body: html`${sections}`,
  })
}

function fields(req: PayloadRequest, crm: Crm, record: object): Html {
  const entries = Object.entries(record).filter(
    ([name, value]) =>
      value !== null &&
      value !== undefined &&
      value !== '' &&
      // Payload's note of where a login stands.
      name !== 'collection' &&
      // The text of a mail says the same, and can be read.
      !(name === 'html' && 'text' in record && record.text),
  )
  const shown = (name: string, value: unknown): Html => {
    if (Array.isArray(value)) return html`${value.map((one) => shown(name, one))}`
    if (typeof value === 'object' && value !== null) return fields(req, crm, value)
    return html`<span>${readableValue(req, crm, name, value)}</span>`
  }
  return html`<dl>
    ${entries.map(
      ([name, value]) =>
        html`<dt>${labelOf(req, name)}</dt>
          <dd>${shown(name, value)}</dd>`,
    )}
  </dl>`
}
