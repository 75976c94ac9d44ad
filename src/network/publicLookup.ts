import { lookup as resolve, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './publicAddress.js'

/** Which IP addresses may be connected to. */
export type AddressPolicy = (address: string) => boolean

export const publicOnly: AddressPolicy = isPublicAddress
export const anyAddress: AddressPolicy = () => true

const notAllowed = (host: string) => `${host} is not an address of the public internet.`

/** @returns what is wrong with a host that is written as an IP address, which no lookup sees; null when nothing is */
export function refusedHost({ hostname }: URL, policy: AddressPolicy): string | null {
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) !== 0 && !policy(host) ? notAllowed(host) : null
}

/**
 * Resolves names for a connection. Addresses are checked after the name was resolved, and it is the checked address that is
 * connected to, so a name that changes its address in between gains nothing.
 */
export const lookupWithin =
  (policy: AddressPolicy): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const refused = error ? undefined : addresses.find(({ address }) => !policy(address))
      const problem = error ?? (refused ? new Error(notAllowed(hostname)) : null)
      const first = addresses?.[0]
      if (problem || !first) return callback(problem ?? new Error(notAllowed(hostname)), '', 4)
      if (options.all) (callback as (error: null, addresses: LookupAddress[]) => void)(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
