import type { PayloadRequest } from 'payload'
import { say } from '../../i18n/translate.js'
import { html, type Html } from '../../mail/templates/html.js'
import { publicPage } from '../publicPage.js'
import type { PersonalData } from './person.js'

/** The export for people to read: a page a section, every value that there is. */
export function personPage(req: PayloadRequest, email: string, data: PersonalData): Response {
  const sections = (Object.keys(data) as (keyof PersonalData)[]).map(
    (name) =>
      html`<h2>${say(req, `privacy:${name}`)} (${data[name].length})</h2>
        ${data[name].map((document) => fields(document))}`,
  )
  return publicPage(req, { title: say(req, 'privacy:title', { email }), body: html`${sections}` })
}

function fields(value: object): Html {
  const entries = Object.entries(value).filter(
    ([, entry]) => entry !== null && entry !== undefined && entry !== '',
  )
  return html`<dl>
    ${entries.map(
      ([name, entry]) =>
        html`<dt>${name}</dt>
          <dd>${shown(entry)}</dd>`,
    )}
  </dl>`
}

function shown(value: unknown): Html {
  if (Array.isArray(value)) return html`${value.map((entry) => shown(entry))}`
  if (typeof value === 'object' && value !== null) return fields(value)
  return html`${String(value)}`
}
