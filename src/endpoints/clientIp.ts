import { isIP } from 'node:net'
import type { PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import { clientAddress } from '../domain/clientAddress.js'

/**
 * The address a request came from, for the evidence; `null` when nobody says. Without a proxy of one's own the web server
 * is the one that notes it.
 */
export function clientIp(req: PayloadRequest, crm: Crm): string | null {
  const entry = clientAddress(req.headers.get('x-forwarded-for'), Math.max(1, crm.trustedProxyHops)) ?? ''
  const bare = entry.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  return isIP(bare) ? bare : null
}
