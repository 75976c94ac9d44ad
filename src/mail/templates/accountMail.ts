import { translate, type Language } from '../../i18n/translate.js'
import type { AccountMailKind } from '../mailRow.js'
import { senderName } from '../accountMail.js'
import type { CrmSettings } from '../settings.js'
import { html, type Html } from './html.js'
import { companyLines, joined } from './letterhead.js'

interface AccountMail {
  kind: AccountMailKind
  subject: string
  language: Language
  name?: string | undefined
  /** `action` is the text on the button, `url` where it leads. */
  link?: { action: string; url: string } | undefined
}

/** A short letter with at most one button, as HTML and as text from the same words. */
export function renderAccountMail(mail: AccountMail, settings: CrmSettings): { html: string; text: string } {
  const { kind, language, link, name } = mail
  const texts = settings.mailTexts?.[language]?.[kind]
  const values = { sender: senderName(settings), name: name ?? '' }
  const say = (own: string | null | undefined, key: `${AccountMailKind}${'Intro' | 'Closing'}`) =>
    own
      ? own.replace(
          /\{\{(\w+)\}\}/g,
          (slot, value: string) => (values as Record<string, string>)[value] ?? slot,
        )
      : translate(language, `accountMail:${key}`, values)
  const content = {
    greeting: name
      ? translate(language, 'mail:greeting', { name })
      : translate(language, 'mail:greetingNobody'),
    intro: say(texts?.intro, `${kind}Intro`),
    closing: say(texts?.closing, `${kind}Closing`),
    regards: joined([translate(language, 'mail:regards'), settings.company?.name], '\n'),
    company: companyLines(settings, language),
  }
  return { html: accountHtml(mail, content).source, text: accountText(link, content) }
}

interface Content {
  greeting: string
  intro: string
  closing: string
  regards: string
  company: string[]
}

function accountText(link: AccountMail['link'], content: Content): string {
  return [
    content.greeting,
    content.intro,
    ...(link ? [`${link.action}:\n${link.url}`] : []),
    content.closing,
    content.regards,
    ...(content.company.length > 0 ? [`-- \n${content.company.join('\n')}`] : []),
  ].join('\n\n')
}

function accountHtml({ language, link, subject }: AccountMail, content: Content): Html {
  const lined = (text: string) =>
    text.split('\n').map((line, index) => html`${index > 0 && html`<br />`}${line}`)
  const font = 'font-family:Arial,Helvetica,sans-serif'
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${subject}</title>
      </head>
      <body style="margin:0;padding:0;background:#f3f5f7">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f5f7">
          <tr>
            <td align="center" style="padding:24px 12px">
              <table
                role="presentation"
                width="560"
                cellpadding="0"
                cellspacing="0"
                style="width:100%;max-width:560px;background:#ffffff;border-radius:6px"
              >
                <tr>
                  <td style="padding:32px 28px;${font};font-size:15px;line-height:1.5;color:#1d2730">
                    <h1 style="margin:0 0 20px;font-size:20px;line-height:1.3;color:#1f4e5f">${subject}</h1>
                    <p style="margin:0 0 12px">${content.greeting}</p>
                    <p style="margin:0 0 20px">${lined(content.intro)}</p>
                    ${
                      link &&
                      html`<p style="margin:0 0 20px">
                          <a
                            href="${link.url}"
                            style="display:inline-block;padding:12px 20px;background:#1f4e5f;color:#ffffff;text-decoration:none;border-radius:4px"
                            >${link.action}</a
                          >
                        </p>
                        <p style="margin:0 0 20px;font-size:13px;color:#55606b">
                          ${translate(language, 'accountMail:linkHint')}<br /><span
                            style="word-break:break-all"
                            >${link.url}</span
                          >
                        </p>`
                    }
                    <p style="margin:0 0 20px">${lined(content.closing)}</p>
                    <p style="margin:0">${lined(content.regards)}</p>
                  </td>
                </tr>
              </table>
              <p
                style="max-width:560px;margin:16px auto 0;${font};font-size:12px;line-height:1.6;color:#55606b;text-align:left"
              >
                ${lined(content.company.join('\n'))}
              </p>
            </td>
          </tr>
        </table>
      </body>
    </html> `
}
