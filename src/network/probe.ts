import http from 'node:http'
import https from 'node:https'
import { lookupWithin, refusedHost, type AddressPolicy } from './publicLookup.js'

export interface ProbeOptions {
  /** Which addresses may be connected to, at every step of a redirect. */
  policy: AddressPolicy
  /** For everything together. */
  timeoutMilliseconds: number
}

/** `status` of the last answer; null when there was none, and then `error` says why. */
export interface ProbeResult {
  status: number | null
  error: string | null
}

const mostRedirects = 5

/**
 * Looks whether there is something at an address of the web: `HEAD`, then `GET` where that is not understood. Nothing of a
 * page is read, no cookie is kept.
 */
export async function probe(address: string, options: ProbeOptions): Promise<ProbeResult> {
  const signal = AbortSignal.timeout(options.timeoutMilliseconds)
  let url = new URL(address)
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const head = await ask('HEAD', url, options.policy, signal)
    // Many servers know HEAD badly: what they say of it counts only when it is good.
    const answer =
      head.status !== null && head.status < 400 ? head : await ask('GET', url, options.policy, signal)
    const { error, location, status } = answer
    if (status === null || status < 300 || status >= 400 || !location) return { status, error }
    const next = URL.canParse(location, url) ? new URL(location, url) : null
    if (!next || !/^https?:$/.test(next.protocol))
      return { status: null, error: 'It redirects to no address.' }
    url = next
  }
  return { status: null, error: 'It redirects too often.' }
}

function ask(
  method: 'HEAD' | 'GET',
  url: URL,
  policy: AddressPolicy,
  signal: AbortSignal,
): Promise<ProbeResult & { location?: string | undefined }> {
  return new Promise((finish) => {
    const refused = refusedHost(url, policy)
    if (refused) return finish({ status: null, error: refused })
    const request = (url.protocol === 'http:' ? http : https).request(url, {
      method,
      // A connection of its own: one that is kept open was checked for another name.
      agent: false,
      lookup: lookupWithin(policy),
      signal,
      headers: { 'User-Agent': 'mozaikoo-crm (link check)', Accept: '*/*' },
    })
    request.on('response', (response) => {
      const { headers, statusCode } = response
      response.destroy()
      finish({ status: statusCode ?? 0, error: null, location: headers.location })
    })
    request.on('error', (error) =>
      finish({ status: null, error: signal.aborted ? 'No answer in time.' : error.message.slice(0, 300) }),
    )
    request.end()
  })
}
