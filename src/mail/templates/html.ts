import { escapeHtml } from '../../domain/escapeHtml.js'

/** HTML that is safe to put into a page as it is. */
export class Html {
  constructor(readonly source: string) {}
  toString(): string {
    return this.source
  }
}

type Slot = Html | string | number | null | undefined | false | Slot[]

/** Template tag: every slot is escaped unless it is `Html` already; empty values vanish, lists are joined. */
export function html(parts: TemplateStringsArray, ...slots: Slot[]): Html {
  return new Html(parts.reduce((whole, part, index) => whole + render(slots[index - 1]) + part))
}

function render(slot: Slot): string {
  if (slot === null || slot === undefined || slot === false) return ''
  if (Array.isArray(slot)) return slot.map(render).join('')
  return slot instanceof Html ? slot.source : escapeHtml(String(slot))
}
