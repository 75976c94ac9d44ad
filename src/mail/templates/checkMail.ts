import { translate, type Language } from '../../i18n/translate.js'
import type { CrmSettings } from '../settings.js'
import { html } from './html.js'
import { companyLines } from './letterhead.js'

export interface CheckMail {
  company: string
  /** Formatted. */
  date: string
  greeting: string
  lists: readonly string[]
  consentText: string
  /** The words of the other consent that was asked for; null when it was not. */
  trackingText: string | null
  url: string
}

/** The mail that asks for the confirmation of a sign-up: nothing but that, no advertising (§7 UWG). */
export function renderCheckMail(
  mail: CheckMail,
  settings: CrmSettings,
  language: Language,
): { html: string; text: string } {
  const say = (key: Parameters<typeof translate>[1], values = {}) => translate(language, key, values)
  // The bank account of a business letter has no place here.
  const imprint = companyLines({ ...settings, bank: {} }, language)
  const intro = say('consent:checkIntro', { company: mail.company, date: mail.date })
  const lists = mail.lists.length > 0 ? say('consent:checkLists', { lists: mail.lists.join(', ') }) : null
  const text = [
    mail.greeting,
    intro,
    lists,
    say('consent:checkAction'),
    mail.url,
    `${say('consent:checkText')}\n„${mail.consentText}“`,
    mail.trackingText && `${say('tracking:checkText')}\n„${mail.trackingText}“`,
    say('consent:checkIgnore'),
    `-- \n${imprint.join('\n')}`,
  ]
  const paragraph = 'margin:0 0 16px'
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${say('consent:checkSubject')}</title>
      </head>
      <body style="margin:0;padding:24px 12px;background:#f3f5f7">
        <table
          role="presentation"
          align="center"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          style="max-width:560px;margin:0 auto;background:#ffffff;border-radius:6px"
        >
          <tr>
            <td
              style="padding:32px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#1b232b"
            >
              <p style="${paragraph}">${mail.greeting}</p>
              <p style="${paragraph}">${intro}</p>
              ${lists && html`<p style="${paragraph}">${lists}</p>`}
              <p style="${paragraph}">${say('consent:checkAction')}</p>
              <p style="margin:0 0 24px">
                <a
                  href="${mail.url}"
                  style="display:inline-block;padding:12px 24px;background:#1f4e5f;border-radius:6px;color:#ffffff;text-decoration:none;font-weight:bold"
                  >${say('consent:checkButton')}</a
                >
              </p>
              <p style="margin:0 0 4px;color:#55606b">${say('consent:checkText')}</p>
              <p style="margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #d5dbe1;color:#55606b">
                ${mail.consentText}
              </p>
              ${
                mail.trackingText &&
                html`<p style="margin:0 0 4px;color:#55606b">${say('tracking:checkText')}</p>
                  <p style="margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #d5dbe1;color:#55606b">
                    ${mail.trackingText}
                  </p>`
              }
              <p style="margin:0;color:#55606b">${say('consent:checkIgnore')}</p>
            </td>
          </tr>
        </table>
        <p
          style="max-width:560px;margin:16px auto 0;font-family:Arial,Helvetica,sans-serif;font-size:12px;line-height:1.6;color:#55606b"
        >
          ${imprint.map((line, index) => html`${index > 0 && html`<br />`}${line}`)}
        </p>
      </body>
    </html> `
  return { html: page.source, text: text.filter((part) => part !== null).join('\n\n') }
}
