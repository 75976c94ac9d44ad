/** What stands after the last line of a message (RFC 5321, 4.1.1.4). */
export const endOfData = Buffer.from('.\r\n')

const cr = 0x0d
const lf = 0x0a
const dot = 0x2e

/**
 * @returns whether a message can follow an SMTP server's 354 as it is (RFC 5321, 2.3.8 and 4.5.2): CR and LF occur only
 *   together, no line begins with a dot, and the last line is ended
 */
export function isReadyForWire(message: Buffer): boolean {
  const { length } = message
  if (length < 2 || message[length - 2] !== cr || message[length - 1] !== lf || message[0] === dot)
    return false
  for (let at = message.indexOf(lf); at >= 0; at = message.indexOf(lf, at + 1))
    if (message[at - 1] !== cr || message[at + 1] === dot) return false
  for (let at = message.indexOf(cr); at >= 0; at = message.indexOf(cr, at + 1))
    if (message[at + 1] !== lf) return false
  return true
}
