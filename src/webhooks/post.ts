import { lookup as resolve, type LookupAddress } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './publicAddress.js'

export interface Posting {
  url: string
  headers: Record<string, string>
  body: string
  /** Whether the receiver may be in a private network. */
  privateNetworks: boolean
  /** For everything: name, connection, request and the head of the answer. */
  timeoutMilliseconds: number
}

/** `status` is null when there was no answer. */
export interface PostResult {
  status: number | null
  error: string | null
}

const ok = (status: number) => status >= 200 && status < 300

/**
 * Posts once and looks at the status of the answer only: what the receiver says beyond it is not read, and where it
 * redirects to is not followed. Addresses are checked after the name was resolved, and it is the checked address that is
 * connected to, so a name that changes its address in between gains nothing.
 */
export function postWebhook(posting: Posting): Promise<PostResult> {
  return new Promise((finish) => {
    const url = new URL(posting.url)
    const fail = (error: string) => finish({ status: null, error })
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (!posting.privateNetworks && isIP(host) !== 0 && !isPublicAddress(host)) return fail(notPublic(host))

    const request = (url.protocol === 'http:' ? http : https).request(url, {
      method: 'POST',
      // A connection of its own: one that is kept open was checked for another name.
      agent: false,
      ...(posting.privateNetworks ? {} : { lookup: lookupPublic }),
      signal: AbortSignal.timeout(posting.timeoutMilliseconds),
      headers: {
        ...posting.headers,
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(posting.body),
        'User-Agent': 'mozaikoo-crm',
      },
    })
    request.on('response', (response) => {
      const status = response.statusCode ?? 0
      response.destroy()
      finish({ status, error: ok(status) ? null : `HTTP ${status}` })
    })
    request.on('error', (error) =>
      fail(
        error.name === 'TimeoutError' || error.name === 'AbortError'
          ? 'No answer in time.'
          : error.message.slice(0, 300),
      ),
    )
    request.end(posting.body)
  })
}

const notPublic = (host: string) => `${host} is not an address of the public internet.`

const lookupPublic: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    const addresses = found
    const refused = error ? undefined : addresses.find(({ address }) => !isPublicAddress(address))
    const problem = error ?? (refused ? new Error(notPublic(hostname)) : null)
    const first = addresses?.[0]
    if (problem || !first) return callback(problem ?? new Error(notPublic(hostname)), '', 4)
    if (options.all) (callback as (error: null, addresses: LookupAddress[]) => void)(null, addresses)
    else callback(null, first.address, first.family)
  })
}
