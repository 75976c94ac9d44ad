import http from 'node:http'
import https from 'node:https'
import { anyAddress, lookupWithin, publicOnly, refusedHost } from '../network/publicLookup.js'

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
 * redirects to is not followed.
 */
export function postWebhook(posting: Posting): Promise<PostResult> {
  return new Promise((finish) => {
    const url = new URL(posting.url)
    const fail = (error: string) => finish({ status: null, error })
    const policy = posting.privateNetworks ? anyAddress : publicOnly
    const refused = refusedHost(url, policy)
    if (refused) return fail(refused)

    const request = (url.protocol === 'http:' ? http : https).request(url, {
      method: 'POST',
      // A connection of its own: one that is kept open was checked for another name.
      agent: false,
      lookup: lookupWithin(policy),
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
