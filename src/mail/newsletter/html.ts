import { fillSlots } from '../../domain/personalFields.js'
import { translate, type Language } from '../../i18n/translate.js'
import { html, Html } from '../templates/html.js'
import { blocksHtml } from './blocksHtml.js'
import { footerOf } from './footer.js'
import { styleOf } from './letterStyle.js'
import type { NewsletterInput } from './newsletterInput.js'

/** Fills the rest of the preview line, or mail programs go on with the first words of the letter. */
const padding = new Html('&#847;&zwnj;&nbsp;'.repeat(60))

/**
 * The HTML part: nested tables and inline styles, because that is what all mail programs show. The style sheet in the head
 * only adds what a program may ignore: columns that stack on a phone, and colours for dark mode.
 */
export function newsletterHtml(input: NewsletterInput, language: Language): Html {
  const style = styleOf(input.settings)
  const footer = footerOf(input, language)
  const small = `font-family:${style.font};font-size:13px;line-height:1.6;color:${style.muted}`
  const lines = (all: string[]) => all.map((line, index) => html`${index > 0 && html`<br />`}${line}`)
  const table = 'role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%"'
  const open = new Html(table)
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${fillSlots(input.subject, {}, 'header')}</title>
        <style>
          ${new Html(style.sheet)}
        </style>
      </head>
      <body class="page" style="margin:0;padding:0;background-color:${style.page}">
        <div
          style="display:none;max-height:0;overflow:hidden;color:${style.page};font-size:1px;line-height:1px"
        >
          ${input.preheader}${padding}
        </div>
        <table ${open} class="page" style="background-color:${style.page}">
          <tr>
            <td align="center" style="padding:16px 8px">
              ${input.webUrl && !input.isPublic && html`<p style="margin:0 0 12px;${small}"><a class="quiet" href="${input.webUrl}" style="color:${style.muted}">${translate(language, 'newsletter:webView')}</a></p>`}
              <!--[if mso]><table role="presentation" width="${style.width}" cellpadding="0" cellspacing="0"><tr><td><![endif]-->
              <table
                ${open}
                class="card"
                style="max-width:${style.width}px;background-color:${style.card};border-radius:6px"
              >
                ${
                  input.logo &&
                  html`<tr>
                    <td style="padding:28px 28px 0">
                      <img
                        src="${input.logo.src}"
                        alt="${input.logo.alt}"
                        width="${input.logo.width}"
                        height="${input.logo.height}"
                        style="display:block;border:0;max-width:100%;height:auto"
                      />
                    </td>
                  </tr>`
                }
                <tr>
                  <td class="inner" style="padding:28px">
                    ${blocksHtml(input.blocks, { input, language, style, width: style.width - 56 })}
                  </td>
                </tr>
              </table>
              <!--[if mso]></td></tr></table><![endif]-->
              <table ${open} style="max-width:${style.width}px">
                <tr>
                  <td class="quiet" align="left" style="padding:20px 28px;${small}">
                    ${footer.note.length > 0 && html`<p style="margin:0 0 12px">${lines(footer.note)}</p>`}
                    ${footer.reason && html`<p style="margin:0 0 12px">${footer.reason}</p>`}
                    <p style="margin:0 0 12px">
                      ${footer.links.map(({ href, label }, index) => html`${index > 0 && ' · '}<a class="quiet" href="${href}" style="color:${style.muted};text-decoration:underline">${label}</a>`)}
                    </p>
                    <p style="margin:0">${lines(footer.company)}</p>
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
        ${input.pixelUrl && html`<img src="${input.pixelUrl}" width="1" height="1" alt="" style="display:block;border:0;width:1px;height:1px" />`}
      </body>
    </html>`
}
