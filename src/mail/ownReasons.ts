import { say, texts, type TextKey } from '../i18n/translate.js'

type Reason = keyof (typeof texts)['en']['reason']

/** The outbox keeps our own reasons in English; each can be told by its sentence, with or without a detail in it. */
const known = (Object.entries(texts.en.reason) as [Reason, string][]).map(([name, sentence]) => ({
  key: `reason:${name}` as TextKey,
  pattern: new RegExp(
    `^${sentence
      .split('{{detail}}')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('(.*)')}$`,
    's',
  ),
}))

/**
 * Why a mail did not go out, in the reader's language as far as the reason is ours; what a mail server answered stays as it
 * is.
 *
 * @param stored as it stands in the outbox; reasons in the detail of another one are parted by semicolons
 */
export function wordReason(reader: Parameters<typeof say>[0], stored: string): string {
  for (const { key, pattern } of known) {
    const match = pattern.exec(stored)
    if (!match) continue
    const detail = match[1]?.split('; ').map((part) => wordReason(reader, part))
    return say(reader, key, detail ? { detail: detail.join('; ') } : undefined)
  }
  return stored
}
