import { describe, expect, it } from 'vitest'
import { paceOf, withSample, type PaceSample } from '../../src/domain/sendingPace.js'

const after = (...all: [at: number, ended: number][]) =>
  all.reduce<PaceSample[]>((samples, [at, ended]) => withSample(samples, { at, ended }), [])

describe('the pace of a newsletter', () => {
  it('is not known from one sample, nor while nothing moves', () => {
    expect(paceOf(after([0, 5]), 10)).toBeNull()
    expect(paceOf(after([0, 5], [1000, 5]), 10)).toBeNull()
  })

  it('is that of the last half minute', () => {
    expect(paceOf(after([0, 0], [2000, 20]), 100)).toEqual({ perMinute: 600, secondsLeft: 10 })
    const slower = after([0, 0], [10_000, 10_000], [50_000, 10_010], [60_000, 10_020])
    expect(paceOf(slower, 61)).toEqual({ perMinute: 60, secondsLeft: 61 })
  })

  it('begins anew when mails are sent a second time', () => {
    expect(paceOf(after([0, 0], [1000, 100], [2000, 90]), 10)).toBeNull()
    expect(paceOf(after([0, 0], [1000, 100], [2000, 90], [3000, 100]), 10)).toEqual({
      perMinute: 600,
      secondsLeft: 1,
    })
  })
})
