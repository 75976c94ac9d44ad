/**
 * The client's network address behind proxies of one's own. Each of them appends the address it was called from, so the
 * entry that the outermost one wrote stands `hops` places from the end; what stands before it is the client's own claim.
 *
 * @param forwardedFor the header `X-Forwarded-For`
 * @returns null when the header holds nothing that can be believed
 */
export function clientAddress(forwardedFor: string | null, hops: number): string | null {
  if (hops === 0 || !forwardedFor) return null
  return (
    forwardedFor
      .split(',')
      .map((entry) => entry.trim())
      .at(-hops) || null
  )
}

/** What is counted as one client: an IPv4 address, or the /64 network of an IPv6 address, which one household has whole. */
export function clientNetwork(address: string): string {
  // Some proxies note the port too, which is another one with every connection.
  const bare = address
    .replace(/^\[|\](:\d+)?$/g, '')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1]
  if (mapped) return mapped
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.split('::')
  const front = head.split(':').filter((group) => group !== '')
  const back = (tail ?? '').split(':').filter((group) => group !== '')
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
  const groups = [...front, ...gap, ...back].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
  return `${groups.join(':')}::/64`
}
