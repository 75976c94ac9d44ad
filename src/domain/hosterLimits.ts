import type { RateLimits } from './sendingRate.js'

const none: RateLimits = { perSecond: null, perMinute: null, perHour: null, perDay: null }

/**
 * What common providers of German senders publish for mailboxes in ordinary contracts. Starting points: contracts differ,
 * and young ones often start lower. Read in November 2026:
 *
 * - IONOS: ionos.com/help/email/general-topics/what-are-the-mass-mailing-limits (the most cautious of its country pages)
 * - hosting.de: hosting.de/helpdesk/produkte/e-mail/versandlimits
 * - Infomaniak: infomaniak.com/de/support/faq/2065
 * - Google Workspace: the same page of IONOS, which resells it
 */
export const hosterLimits = {
  noLimits: none,
  ionos: { ...none, perHour: 500 },
  allInkl: { ...none, perMinute: 100 },
  hostingDe: { ...none, perMinute: 25 },
  infomaniak: { ...none, perDay: 1440 },
  plesk: { ...none, perHour: 100 },
  google: { ...none, perDay: 2000 },
  microsoft: { ...none, perMinute: 30, perDay: 10_000 },
} satisfies Record<string, RateLimits>

export type Hoster = keyof typeof hosterLimits
export const hosters = Object.keys(hosterLimits) as Hoster[]

/** The provider's limits, with those that are given instead of them. */
export function effectiveLimits(preset: string | null | undefined, own: Partial<RateLimits>): RateLimits {
  const base: RateLimits = (hosterLimits as Record<string, RateLimits>)[preset ?? 'noLimits'] ?? none
  const pick = (name: keyof RateLimits) => {
    const value = own[name]
    return typeof value === 'number' && value > 0 ? value : base[name]
  }
  return {
    perSecond: pick('perSecond'),
    perMinute: pick('perMinute'),
    perHour: pick('perHour'),
    perDay: pick('perDay'),
  }
}
