import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The envelope sender of one mail (variable envelope return path): a delivery report that comes back to it says by its
 * address alone which mail it is about, and nobody can make one up.
 *
 * @param bounceAddress the mailbox for delivery reports; it has to accept `name+detail@domain`
 */
export function verpAddress(secret: string, bounceAddress: string, mailId: string | number): string {
  const at = bounceAddress.lastIndexOf('@')
  return `${bounceAddress.slice(0, at)}+${mailId}-${signature(secret, String(mailId))}${bounceAddress.slice(at)}`
}

/** @returns the id of the mail, `null` when the address is none that we signed */
export function readVerpAddress(secret: string, address: string): string | null {
  // An address may have been written in capitals on its way; ids are numbers or UUIDs, which have small letters only.
  const [, mailId, given] = /\+([\w-]+)-([0-9a-f]{16})@[^@]+$/.exec(address.trim().toLowerCase()) ?? []
  if (mailId === undefined || given === undefined) return null
  const expected = Buffer.from(signature(secret, mailId))
  return timingSafeEqual(Buffer.from(given), expected) ? mailId : null
}

function signature(secret: string, mailId: string): string {
  return createHmac('sha256', secret).update(`mozaikoo-crm:verp:${mailId}`).digest('hex').slice(0, 16)
}
