import { encode, wrap } from 'nodemailer/lib/qp/index.js'

/**
 * RFC 2045, 6.7: a line has at most 76 characters; one of them is the soft break that every piece ends with, and two are
 * for a dot at the beginning of a line, which is encoded (RFC 2049, 3): SMTP would double it.
 */
const lineLength = 73
const softBreak = '=\r\n'

/** Nothing in it has to be encoded, and it fits into one line. */
const plain = /^[!--/-<>-~](?:[ -<>-~]{0,72}[!-<>-~])?$/

/**
 * A piece of text as quoted-printable that ends in a soft line break. Pieces can be put one after the other in any order:
 * each begins at the start of a line and none makes a line too long, whatever stands beside it.
 */
export function quotedPrintablePiece(text: string): string {
  if (text === '') return ''
  if (plain.test(text)) return text + softBreak
  const lines = text.replace(/\r\n|\r|\n/g, '\r\n')
  return wrap(encode(lines), lineLength).replace(/^\./gm, '=2E') + softBreak
}
