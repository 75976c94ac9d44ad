/**
 * A form keeps a text it cannot read as the field's value, marked, so that saving cannot quietly fall back on the old one.
 * The mark makes it no number and no date for any reader, the server's lenient number parser included.
 */
const mark = '?!'

export const unreadable = (text: string): string => `${mark}${text}`

export const isUnreadable = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith(mark)

/** What the person typed. */
export const typedText = (value: string): string => value.slice(mark.length)
