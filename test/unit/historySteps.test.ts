import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HistorySteps } from '../../admin-components/historyGuard/steps.js'

/** A browser's history as far as it concerns us: a step is heard of when it has been taken. */
let index: number
let heardByRouter: number[]
let steps: HistorySteps

const step = (by: number) => {
  index += by
  let stopped = false
  steps.hear({ stopImmediatePropagation: () => (stopped = true) } as unknown as PopStateEvent)
  if (!stopped) heardByRouter.push(index)
}
const form = (unsaved: boolean) => {
  const given = { unsaved, at: index, ask: vi.fn() }
  const end = steps.guard({ isUnsaved: () => given.unsaved, at: () => given.at, ask: given.ask })
  return { ...given, end, save: () => (given.unsaved = false) }
}

beforeEach(() => {
  index = 5
  heardByRouter = []
  steps = new HistorySteps()
  vi.stubGlobal('window', {
    navigation: {
      get currentEntry() {
        return { index }
      },
    },
    history: { go: step },
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('a step in the history', () => {
  it.each([-1, 1, -3])('%i is taken back and asked about, then taken when it is wanted', (by) => {
    const { ask } = form(true)
    step(by)
    expect([index, heardByRouter]).toEqual([5, []])
    expect(ask).toHaveBeenCalledTimes(1)
    steps.leave()
    expect([index, heardByRouter]).toEqual([5 + by, [5 + by]])
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('is the router’s when nothing is unsaved', () => {
    const { ask, end, save } = form(true)
    save()
    step(-1)
    form(true).end()
    end()
    step(-1)
    expect(heardByRouter).toEqual([4, 3])
    expect(ask).not.toHaveBeenCalled()
  })

  it('is asked about once, by the upper of two forms, and leaves both', () => {
    const lower = form(true)
    const upper = form(true)
    step(-2)
    expect(index).toBe(5)
    expect(upper.ask).toHaveBeenCalledTimes(1)
    expect(lower.ask).not.toHaveBeenCalled()
    steps.leave()
    expect(heardByRouter).toEqual([3])
  })

  it('is asked about again after the person stayed', () => {
    const { ask } = form(true)
    step(-1)
    step(-1)
    expect(index).toBe(5)
    expect(ask).toHaveBeenCalledTimes(2)
  })
})
