import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AudienceWalk } from '../../jobs/newsletter/audienceWalk.js'

/** Walks to the end; `lookBack` says before which steps those whose back-off is over are looked at again. */
function walked(position: number, recipients: number, lookBack: (step: number) => boolean) {
  const cursor = { position }
  const walk = new AudienceWalk(cursor, recipients)
  const stretches: [number, number][] = []
  let deferred = 0
  for (let step = 0; walk.wanted !== null; step += 1) {
    if (lookBack(step)) walk.lookBack()
    if (walk.wanted === 'deferred') deferred += 1
    else stretches.push([walk.wanted.after, walk.wanted.upTo])
    walk.advance()
  }
  return { deferred, stretches }
}

describe('a walk through an audience', () => {
  it('sees each place once, from where it was last, whatever is looked at in between', () => {
    fc.assert(
      fc.property(
        fc.nat(12_000),
        fc.nat(12_000),
        fc.uniqueArray(fc.nat(40)),
        (position, recipients, lookBacks) => {
          const { deferred, stretches } = walked(position, recipients, (step) => lookBacks.includes(step))
          const places = stretches.flatMap(([after, upTo]) =>
            Array.from({ length: upTo - after }, (_, index) => after + index),
          )
          const start = position >= recipients ? 0 : position
          const all = Array.from({ length: recipients }, (_, index) => (start + index) % recipients)
          expect(places).toEqual(all)
          expect(deferred).toBeGreaterThanOrEqual(1)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('looks at those whose back-off is over first, and again when asked on the way', () => {
    const walk = new AudienceWalk({ position: 0 }, 1200)
    expect(walk.wanted).toBe('deferred')
    walk.advance()
    expect(walk.wanted).toEqual({ after: 0, upTo: 500 })
    walk.advance()
    walk.lookBack()
    expect(walk.wanted).toBe('deferred')
    walk.advance()
    expect(walk.wanted).toEqual({ after: 500, upTo: 1000 })
    walk.stop()
    walk.lookBack()
    expect(walk.wanted).toBeNull()
  })
})
