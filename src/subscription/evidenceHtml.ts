import { html, Html } from '../mail/templates/html.js'
import type { Evidence } from './evidence.js'

const style = `
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; color: #1b232b }
h1 { font-size: 1.6rem; margin: 0 0 1rem }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
h3 { font-size: 1rem; margin: 0 }
.company, .printed { color: #55606b; font-size: .85rem }
section { border-top: 1px solid #c9d0d6; padding: .8rem 0; break-inside: avoid-page }
dl { display: grid; grid-template-columns: 12rem 1fr; gap: .15rem 1rem; margin: .4rem 0 0 }
dt { color: #55606b }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
.broken { color: #a4262c; font-weight: bold }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr } dd { margin-bottom: .4rem } }
@page { size: A4; margin: 18mm }
@media print { body { margin: 0; max-width: none; font-size: 10pt } }
`

/** The evidence as a page that prints well. */
export function evidenceHtml(
  evidence: Evidence,
  texts: { history: string; person: string; state: string },
): string {
  return html`<!doctype html>
    <html lang="${evidence.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${evidence.title}: ${evidence.person.at(-1)}</title>
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        <main>
          <p class="company">
            ${evidence.company.map((line, index) => html`${index > 0 && html`<br />`}${line}`)}
          </p>
          <h1>${evidence.title}</h1>
          <dl>
            <dt>${texts.person}</dt>
            <dd>${evidence.person.join('\n')}</dd>
            <dt>${texts.state}</dt>
            <dd>${evidence.state}</dd>
          </dl>
          <h2>${texts.history}</h2>
          <p ${!evidence.intact && new Html('class="broken"')}>${evidence.integrity}</p>
          ${evidence.events.map(
            (event, index) =>
              html`<section>
                <h3>${index + 1}. ${event.title}, ${event.date}</h3>
                <dl>
                  ${event.facts.map(
                    ([label, value]) =>
                      html`<dt>${label}</dt>
                        <dd>${value}</dd>`,
                  )}
                </dl>
              </section>`,
          )}
          <p class="printed">${evidence.printed}</p>
        </main>
      </body>
    </html> `.source
}
