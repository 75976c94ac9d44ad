/** A form that may have unsaved changes. */
export interface Guarded {
  isUnsaved: () => boolean
  /** Where the form is in the browser's history; null in a browser that does not tell. */
  at: () => number | null
  /** Asks the person whether to leave. */
  ask: () => void
}

interface NavigationApi {
  currentEntry?: { index: number } | null
}
export const indexNow = (): number | null =>
  (window as { navigation?: NavigationApi }).navigation?.currentEntry?.index ?? null

/**
 * The steps in the browser's history and the forms they would leave. When we hear of a step, the address has changed
 * already. So the router is kept from hearing of it, the step is taken back, and taken again when the person wants it.
 */
export class HistorySteps {
  private forms: Guarded[] = []
  private asking: Guarded | undefined
  private wanted = 0
  private way: 'here' | 'returning' | 'leaving' = 'here'

  /** Not in the middle of a step that is being taken back. */
  get isHere(): boolean {
    return this.way === 'here'
  }

  /** @returns what ends it */
  guard(form: Guarded): () => void {
    this.forms = [...this.forms, form]
    return () => {
      this.forms = this.forms.filter((other) => other !== form)
    }
  }

  readonly hear = (event: PopStateEvent): void => {
    const { way } = this
    this.way = 'here'
    // Of several forms, one in a drawer above the other, the upper one asks.
    const form = way === 'returning' ? this.asking : [...this.forms].reverse().find((one) => one.isUnsaved())
    if (way === 'leaving' || !form) return
    event.stopImmediatePropagation()
    if (way === 'returning') return form.ask()
    const [from, now] = [form.at(), indexNow()]
    // Without a position: nearly every such step is one back.
    this.wanted = from === null || now === null ? -1 : now - from
    this.asking = form
    this.way = 'returning'
    window.history.go(-this.wanted)
  }

  /** Takes the step that was asked about. */
  readonly leave = (): void => {
    this.way = 'leaving'
    window.history.go(this.wanted)
  }
}
