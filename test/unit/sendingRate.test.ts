import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canaryVerdict } from '../../src/domain/canary.js'
import { effectiveLimits } from '../../src/domain/hosterLimits.js'
import {
  grantMails,
  hasLimits,
  releaseMails,
  secondsWithin,
  usedUpLimit,
  type RateLimits,
  type RateState,
} from '../../src/domain/sendingRate.js'

const none: RateLimits = { perSecond: null, perMinute: null, perHour: null, perDay: null }

/** Asks at every step and writes down when how many were granted. */
function run(limits: RateLimits, steps: { after: number; wanted: number }[]) {
  let now = 1_000_000
  let state: RateState = {}
  return steps.map(({ after, wanted }) => {
    now += after
    const grant = grantMails(limits, state, now, wanted)
    state = grant.state
    return { now, granted: grant.granted, wait: grant.wait }
  })
}

describe('the limits on what goes out', () => {
  const step = fc.record({ after: fc.nat({ max: 400 }), wanted: fc.nat({ max: 30 }) })

  it('hold for every second and every minute, wherever it begins', () => {
    const limit = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(limit, limit, fc.array(step, { maxLength: 150 }), (perSecond, perMinute, steps) => {
        const grants = run({ ...none, perSecond, perMinute }, steps)
        for (const { now } of grants)
          for (const [length, most] of [
            [1000, perSecond],
            [60_000, perMinute],
          ] as const) {
            const within = grants.filter((grant) => grant.now > now - length && grant.now <= now)
            expect(within.reduce((sum, grant) => sum + grant.granted, 0)).toBeLessThanOrEqual(most)
          }
      }),
    )
  })

  it('can be used almost to the full', () => {
    const grants = run({ ...none, perSecond: 100 }, Array(1000).fill({ after: 10, wanted: 20 }))
    const seconds = (grants.at(-1)?.now ?? 0) / 1000 - 1000
    expect(grants.reduce((sum, grant) => sum + grant.granted, 0) / seconds).toBeGreaterThan(94)
  })

  it('lose nothing that was granted and not used, and give nothing back twice', () => {
    const limits = { ...none, perSecond: 50, perDay: 60 }
    const first = grantMails(limits, {}, 1_000_000, 50)
    const later = grantMails(limits, releaseMails(first.state, 1_000_000, 45), 1_002_000, 50)
    expect(later.granted).toBe(50)
    expect(grantMails(limits, later.state, 1_004_000, 50).granted).toBe(5)
    const overdone = releaseMails(releaseMails(first.state, 1_000_000, 45), 1_000_000, 45)
    expect(grantMails(limits, overdone, 1_002_000, 90).granted).toBe(50)
    // What was granted so long ago that it does not count any more leaves the others alone.
    const soLongAgo = 1_000_000 - 3 * 86_400_000
    expect(grantMails(limits, releaseMails(first.state, soLongAgo, 50), 1_002_000, 50).granted).toBe(10)
  })

  it('say how long to wait, and then let something through', () => {
    const limits = { ...none, perMinute: 5 }
    const first = grantMails(limits, {}, 1_000_000, 9)
    expect(first.granted).toBe(5)
    const second = grantMails(limits, first.state, 1_000_500, 1)
    expect(second).toMatchObject({ granted: 0 })
    expect(second.wait).toBeGreaterThan(55_000)
    expect(grantMails(limits, second.state, 1_000_500 + second.wait, 1).granted).toBe(1)
  })

  it('name the one that holds things up the longest', () => {
    const limits = { ...none, perMinute: 5, perHour: 5, perDay: 100 }
    const { state } = grantMails(limits, {}, 1_000_000, 5)
    const used = usedUpLimit(limits, state, 1_000_500)
    expect(used?.name).toBe('perHour')
    expect(used?.wait).toBeGreaterThan(3_590_000)
    expect(usedUpLimit(limits, state, 1_000_500 + (used?.wait ?? 0))).toBeNull()
    expect(usedUpLimit({ ...limits, perMinute: 6, perHour: 6 }, state, 1_000_500)).toBeNull()
  })

  it('tell how long the rest takes', () => {
    const limits = { ...none, perHour: 100, perDay: 1000 }
    expect(secondsWithin(limits, {}, 1_000_000, 100)).toBe(0)
    expect(secondsWithin(limits, {}, 1_000_000, 300)).toBe(7200)
    const { state } = grantMails(limits, {}, 1_000_000, 50)
    expect(secondsWithin(limits, state, 1_000_001, 100)).toBe(1800)
    expect(secondsWithin(none, state, 1_000_001, 1_000_000)).toBe(0)
  })

  it('count mails that do not wait', () => {
    const limits = { ...none, perHour: 3 }
    const forced = grantMails(limits, {}, 1_000_000, 3, true)
    expect(forced.granted).toBe(3)
    expect(grantMails(limits, forced.state, 1_000_001, 1).granted).toBe(0)
  })

  it('come from the provider, unless given', () => {
    expect(effectiveLimits('ionos', {})).toEqual({ ...none, perHour: 500 })
    expect(effectiveLimits('ionos', { perHour: 50, perSecond: 1 })).toEqual({
      ...none,
      perHour: 50,
      perSecond: 1,
    })
    expect(hasLimits(effectiveLimits(null, { perDay: 0 }))).toBe(false)
    expect(effectiveLimits('nonsense', {})).toEqual(none)
  })
})

describe('the canary', () => {
  const counts = { open: 0, deferred: 0, sent: 0, bad: 0 }
  it.each([
    ['waits while mails are on the way', { ...counts, open: 1, sent: 9 }, 'wait'],
    ['waits when all are refused for now', { ...counts, deferred: 10 }, 'wait'],
    ['does not take greylisting for a refusal', { ...counts, deferred: 5, sent: 5 }, 'pass'],
    ['lets the rest go at the allowed share', { ...counts, sent: 9, bad: 1 }, 'pass'],
    ['halts above the allowed share', { ...counts, sent: 8, bad: 2 }, 'halt'],
  ] as const)('%s', (_, given, verdict) => expect(canaryVerdict(given, 10)).toBe(verdict))
})
