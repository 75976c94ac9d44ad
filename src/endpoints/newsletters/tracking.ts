import type { Endpoint, PayloadRequest } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { opening } from '../../domain/tracking.js'
import { countReaction, trackingOf } from '../../mail/newsletter/reactions.js'
import { readTrackingToken } from '../../mail/trackingToken.js'
import { isUsableId } from '../../subscription/subscriber.js'
import { languageOf, notice } from '../publicPages/page.js'

/** One transparent point. */
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const headers = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
}

/**
 * `GET /newsletter/open/:token` is the pixel of a counted letter, `GET /newsletter/click/:token/:link` the way to where one
 * of its links leads: never anywhere else than where the letter said when it went out. Neither keeps or logs an address or a
 * browser.
 */
export function newsletterTrackingEndpoints(crm: Crm): Endpoint[] {
  return [
    {
      path: '/newsletter/open/:token',
      method: 'get',
      handler: async (req) => {
        const seen = tokenOf(req)
        const counted = seen && (await trackingOf(req.payload, crm, seen.newsletter))
        if (counted) await countReaction(req.payload, crm, { ...seen, link: opening })
        return new Response(pixel, { headers: { ...headers, 'Content-Type': 'image/gif' } })
      },
    },
    {
      path: '/newsletter/click/:token/:link',
      method: 'get',
      handler: async (req) => {
        const seen = tokenOf(req)
        const link = Number(/^[1-9]\d{0,5}$/.exec(String(req.routeParams?.link))?.[0] ?? 0)
        const counted = seen && (await trackingOf(req.payload, crm, seen.newsletter))
        const target = counted?.links[link - 1]
        if (!seen || target === undefined)
          return notice(req, crm, languageOf(req), 'tracking:goneTitle', 'tracking:gone', { status: 404 })
        await countReaction(req.payload, crm, { ...seen, link })
        return new Response(null, { status: 302, headers: { ...headers, Location: target } })
      },
    },
  ]
}

function tokenOf(req: PayloadRequest): { newsletter: string; subscriber: string | null } | null {
  const token = req.routeParams?.token
  const read = typeof token === 'string' ? readTrackingToken(req.payload.secret, token) : null
  return read && isUsableId(req, read.newsletter) ? read : null
}
