import { html, type Html } from '../../mail/templates/html.js'
import type { MailingList } from '../../subscription/lists.js'
import type { Id } from '../../subscription/subscriber.js'

/** Lists to tick; nothing when there are none. */
export function choices(lists: readonly MailingList[], chosen: readonly Id[], legend: string): Html | false {
  if (lists.length === 0) return false
  const isChosen = new Set(chosen.map(String))
  return html`<fieldset>
    <legend>${legend}</legend>
    ${lists.map(
      (list) =>
        html`<label class="choice">
          <input
            type="checkbox"
            name="lists"
            value="${list.id}"
            ${isChosen.has(String(list.id)) && 'checked'}
          />
          <span>${list.name}${list.description && html`<small>${list.description}</small>`}</span>
        </label>`,
    )}
  </fieldset>`
}
