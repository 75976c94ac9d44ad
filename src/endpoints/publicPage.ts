import type { PayloadRequest } from 'payload'
import { html, type Html } from '../mail/templates/html.js'

const style = `
  :root { color-scheme: light dark }
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#f3f5f7, #14191d); color: light-dark(#1d2730, #e6eaee) }
  main { max-width: 26rem; margin: 8vh auto; padding: 2rem 1.75rem; border-radius: 8px; background: light-dark(#fff, #1d242a) }
  h1 { margin: 0 0 1rem; font-size: 1.4rem; line-height: 1.3 }
  label { display: block; font-weight: 600; margin-bottom: .25rem }
  input { box-sizing: border-box; width: 100%; padding: .6rem .7rem; font: inherit; border: 1px solid #7b8894; border-radius: 4px; background: transparent; color: inherit }
  button { margin-top: 1rem; padding: .7rem 1.3rem; font: inherit; font-weight: 600; border: 0; border-radius: 4px; background: #1f4e5f; color: #fff; cursor: pointer }
  :focus-visible { outline: 3px solid #3f8fb0; outline-offset: 2px }
  .hint { margin: .25rem 0 0; font-size: .875rem; color: light-dark(#55606b, #a9b4be) }
  .error { padding: .6rem .8rem; border-left: 4px solid #b3261e; background: light-dark(#fdecea, #3a1d1b) }
`

interface PublicPage {
  title: string
  body: Html
  status?: number
}

/**
 * A page without login, in the language of the browser, that needs no JavaScript. Its address may hold a token, so it is
 * stored nowhere, tells no other site where it came from, loads nothing and cannot be framed.
 */
export function publicPage(req: PayloadRequest, { body, status = 200, title }: PublicPage): Response {
  const page = html`<!doctype html>
    <html lang="${req.i18n.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`
  return new Response(page.source, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    },
  })
}
