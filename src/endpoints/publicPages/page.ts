import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { translate, type Language, type TextKey } from '../../i18n/translate.js'
import { readSettings } from '../../mail/settings.js'
import { html, Html } from '../../mail/templates/html.js'
import { companyLines } from '../../mail/templates/letterhead.js'
import { style } from './style.js'

// The policy names the style by its hash, so a page may hold this one and nothing else.
const styleHash = createHash('sha256').update(style).digest('base64')
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': policy,
  'Cache-Control': 'no-store',
  // The address of the page is the key to it.
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex',
}

/** A page without a login: the company above, its Impressum below, no script. */
export async function page(
  req: PayloadRequest,
  crm: Crm,
  language: Language,
  { body, status = 200, title }: { title: string; body: Html; status?: number },
): Promise<Response> {
  const settings = await readSettings(req.payload, crm)
  const imprint = companyLines({ ...settings, bank: {} }, language)
  const document = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}${settings.company?.name && ` – ${settings.company.name}`}</title>
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        ${settings.company?.name && html`<header>${settings.company.name}</header>`}
        <main>
          <article>
            <h1>${title}</h1>
            ${body}
          </article>
        </main>
        <footer>
          ${imprint.length > 0 && html`<h2>${translate(language, 'publicPages:impressum')}</h2>`}
          ${imprint.map((line) => html`<p>${line}</p>`)}
        </footer>
      </body>
    </html> `
  return new Response(document.source, { status, headers: { ...headers, 'Content-Language': language } })
}

/** A page that only says something. */
export function notice(
  req: PayloadRequest,
  crm: Crm,
  language: Language,
  titleKey: TextKey,
  textKey: TextKey,
  options: { values?: Record<string, string>; status?: number; more?: Html | false } = {},
): Promise<Response> {
  const text = translate(language, textKey, options.values)
  const body = html`<p ${!options.more && new Html('class="last"')}>${text}</p>
    ${options.more}`
  return page(req, crm, language, {
    title: translate(language, titleKey),
    body,
    ...(options.status ? { status: options.status } : {}),
  })
}

/** The language of somebody we do not know. */
export function languageOf(req: PayloadRequest): Language {
  return req.i18n.language === 'en' ? 'en' : 'de'
}
