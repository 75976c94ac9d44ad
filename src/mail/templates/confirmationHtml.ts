import { translate, type Language, type TextKey } from '../../i18n/translate.js'
import type { ConfirmationContent, ConfirmedOrder } from './confirmationContent.js'
import { html, type Html } from './html.js'

/** Tables and inline styles, because that is what mail programs show. */
export function confirmationHtml(
  content: ConfirmationContent,
  order: ConfirmedOrder,
  language: Language,
): Html {
  const say = (key: TextKey) => translate(language, key)
  const cell =
    'padding:8px 0 8px 12px;border-bottom:1px solid #e3e6ea;text-align:right;vertical-align:top;white-space:nowrap'
  const first = 'padding:8px 0;border-bottom:1px solid #e3e6ea;text-align:left;vertical-align:top'
  const head =
    'padding:6px 0 6px 12px;border-bottom:2px solid #1f4e5f;text-align:right;font-size:12px;color:#55606b'
  const lined = (lines: string[]) => lines.map((line, index) => html`${index > 0 && html`<br />`}${line}`)
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${say('field:confirmation')} ${order.number}</title>
      </head>
      <body style="margin:0;padding:0;background:#f3f5f7">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f5f7">
          <tr>
            <td align="center" style="padding:24px 12px">
              <table
                role="presentation"
                width="640"
                cellpadding="0"
                cellspacing="0"
                style="width:100%;max-width:640px;background:#ffffff;border-radius:6px"
              >
                <tr>
                  <td
                    style="padding:32px 28px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5;color:#1d2730"
                  >
                    <h1 style="margin:0 0 20px;font-size:22px;line-height:1.3;color:#1f4e5f">
                      ${say('field:confirmation')} ${order.number}
                    </h1>
                    <table
                      role="presentation"
                      width="100%"
                      cellpadding="0"
                      cellspacing="0"
                      style="margin:0 0 24px;font-size:14px"
                    >
                      <tr>
                        <td style="vertical-align:top;padding:0 16px 12px 0">${lined(content.address)}</td>
                        <td style="vertical-align:top;padding:0 0 12px">
                          <table
                            role="presentation"
                            cellpadding="0"
                            cellspacing="0"
                            align="right"
                            style="font-size:14px"
                          >
                            ${content.facts.map(
                              ([name, value]) =>
                                html`<tr>
                                  <td style="padding:0 12px 2px 0;color:#55606b">${name}</td>
                                  <td style="padding:0 0 2px">${value}</td>
                                </tr>`,
                            )}
                          </table>
                        </td>
                      </tr>
                    </table>
                    <p style="margin:0 0 12px">${content.greeting}</p>
                    <p style="margin:0 0 20px">${lined(content.intro.split('\n'))}</p>
                    <p style="margin:0 0 8px;font-weight:bold">${order.name}</p>
                    ${order.description && html`<p style="margin:0 0 12px;color:#55606b">${lined(order.description.split('\n'))}</p>`}
                    <table
                      width="100%"
                      cellpadding="0"
                      cellspacing="0"
                      style="border-collapse:collapse;font-size:14px"
                    >
                      <thead>
                        <tr>
                          <th scope="col" style="${head};text-align:left;padding-left:0">
                            ${say('mail:item')}
                          </th>
                          <th scope="col" style="${head}">${say('mail:quantity')}</th>
                          <th scope="col" style="${head}">${say('mail:unitPrice')}</th>
                          <th scope="col" style="${head}">${say('mail:total')}</th>
                        </tr>
                      </thead>
                      <tbody>
                        ${content.lines.map(
                          (line) =>
                            html`<tr>
                              <td style="${first}">
                                ${line.name}<br /><span style="font-size:12px;color:#55606b"
                                  >${line.detail}</span
                                >
                              </td>
                              <td style="${cell}">${line.quantity}</td>
                              <td style="${cell}">${line.unitPrice}</td>
                              <td style="${cell}">${line.total}</td>
                            </tr> `,
                        )}
                      </tbody>
                    </table>
                    <table
                      width="100%"
                      cellpadding="0"
                      cellspacing="0"
                      style="margin:12px 0 24px;font-size:14px"
                    >
                      ${content.sums.map(({ amount, label, strong }) => {
                        const weight = strong ? 'font-weight:bold;font-size:16px;' : ''
                        return html`<tr>
                          <td style="${weight}padding:3px 0;text-align:right">${label}</td>
                          <td
                            style="${weight}padding:3px 0 3px 16px;text-align:right;white-space:nowrap"
                            width="120"
                          >
                            ${amount}
                          </td>
                        </tr> `
                      })}
                    </table>
                    <p style="margin:0 0 20px">${lined(content.closing.split('\n'))}</p>
                    <p style="margin:0">${lined(content.regards.split('\n'))}</p>
                  </td>
                </tr>
              </table>
              <p
                style="max-width:640px;margin:16px auto 0;font-family:Arial,Helvetica,sans-serif;font-size:12px;line-height:1.6;color:#55606b;text-align:left"
              >
                ${lined(content.company)}
              </p>
            </td>
          </tr>
        </table>
      </body>
    </html> `
}
