import { translate, type Language } from '../../i18n/translate.js'
import type { Finding } from './findings.js'

/** Gmail shows no more of a mail than this many bytes of HTML; what is near it is worth a word. */
const clippedAt = 102 * 1024
const largeFrom = 80 * 1024

/**
 * How large the letter is in each language it goes out in: header, footer and what is said of products differ. Of those that
 * are too large the finding has the names, in the reader's language.
 *
 * @param htmlOf the letter as it is received
 * @param versions at least one
 */
export function checkSize(
  htmlOf: (language: Language) => string,
  reader: Language,
  versions: readonly Language[],
): Finding {
  const sizes = versions.map((language) => ({
    language,
    bytes: Buffer.byteLength(htmlOf(language)),
  }))
  const largest = Math.max(...sizes.map(({ bytes }) => bytes))
  const light = largest > clippedAt ? 'red' : largest > largeFrom ? 'yellow' : 'green'
  const worthTelling = { red: clippedAt, yellow: largeFrom, green: 0 }[light]
  const named = sizes
    .filter(({ bytes }) => bytes > worthTelling)
    .map(
      ({ bytes, language }) =>
        `${translate(reader, language === 'de' ? 'field:german' : 'field:english')}: ${kilobytes(bytes)} kB`,
    )
  return {
    check: 'size',
    light,
    what: light === 'green' ? 'ok' : 'bad',
    values: { size: kilobytes(largest), versions: named.join(', ') },
  }
}

const kilobytes = (bytes: number) => Math.ceil(bytes / 1024)
