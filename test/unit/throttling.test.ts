import { describe, expect, it } from 'vitest'
import { decideHit } from '../../src/database/rateLimit.js'
import { accountStage, cleanName, isAcceptablePassword } from '../../src/domain/accountLife.js'
import { clientAddress, clientNetwork } from '../../src/domain/clientAddress.js'
import { isLinkTemplate } from '../../src/domain/linkTemplate.js'

describe('the client behind proxies', () => {
  it.each([
    [null, 1, null],
    ['203.0.113.7', 0, null],
    ['203.0.113.7', 1, '203.0.113.7'],
    ['1.1.1.1, 203.0.113.7', 1, '203.0.113.7'],
    ['1.1.1.1, 203.0.113.7, 10.0.0.1', 2, '203.0.113.7'],
    ['203.0.113.7', 2, null],
    [' , ', 1, null],
  ])('%s over %d hops is %s', (header, hops, address) => expect(clientAddress(header, hops)).toBe(address))

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:49152', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::99', '2001:db8:1:2::/64'],
    ['[2001:db8::1]:443', '2001:db8:0:0::/64'],
    ['2001:0db8:0001:0002:aaaa::', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (address, network) => expect(clientNetwork(address)).toBe(network))
})

describe('the sliding window', () => {
  const limit = { max: 5, windowSeconds: 100 }
  it('allows up to the limit', () => {
    expect(decideHit({ count: 5, previous: 0, elapsed: 10 }, limit)).toEqual({ allowed: true, retryAfter: 0 })
    expect(decideHit({ count: 6, previous: 0, elapsed: 10 }, limit).allowed).toBe(false)
  })
  it('counts the last window by the part that still reaches into this one', () => {
    expect(decideHit({ count: 1, previous: 5, elapsed: 10 }, limit).allowed).toBe(false)
    expect(decideHit({ count: 1, previous: 5, elapsed: 20 }, limit).allowed).toBe(true)
  })
  it('says truly when the next try can succeed', () => {
    for (const previous of [0, 1, 3, 6])
      for (const count of [1, 2, 4, 5, 6])
        for (const elapsed of [0, 33, 66, 99]) {
          const hit = decideHit({ count, previous, elapsed }, limit)
          if (hit.allowed) continue
          const later = elapsed + hit.retryAfter
          const next =
            later < limit.windowSeconds
              ? { count: count + 1, previous, elapsed: later }
              : { count: 1, previous: count, elapsed: later - limit.windowSeconds }
          expect(decideHit(next, limit).allowed, JSON.stringify({ previous, count, elapsed, ...hit })).toBe(
            true,
          )
        }
  })
})

describe('an account', () => {
  it.each([
    [{ status: 'active', origin: 'registration' }, 'active'],
    [{ status: 'blocked' }, 'blocked'],
    [{ status: 'invited', origin: 'invitation' }, 'invited'],
    [{ status: 'invited', origin: 'registration' }, 'unverified'],
    [{ status: 'invited', origin: 'registration', verifiedAt: '2026-01-01' }, 'waiting'],
  ] as const)('%j is %s', (account, stage) => expect(accountStage(account)).toBe(stage))

  it('has a name in one line', () => {
    expect(cleanName('  Anna\r\nBcc: x@evil.test\u202E ')).toBe('Anna Bcc: x@evil.test')
    expect(cleanName('a'.repeat(500))).toHaveLength(120)
    expect(cleanName({})).toBe('')
  })

  it.each([
    ['kurz', false],
    [' '.repeat(12), false],
    ['x'.repeat(201), false],
    ['lang genug', true],
    [12345678901, false],
  ])('password %j: %s', (value, fits) => expect(isAcceptablePassword(value)).toBe(fits))
})

describe('the address of links', () => {
  it.each([
    ['', true],
    [null, true],
    ['https://shop.example.com/{action}?t={token}', true],
    ['http://localhost:4000/{action}/{token}', true],
    ['https://shop.example.com/{token}', false],
    ['javascript:{action}{token}', false],
    ['/{action}/{token}', false],
    [5, false],
  ])('%s: %s', (value, fits) => expect(isLinkTemplate(value)).toBe(fits))
})
