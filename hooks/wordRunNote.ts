import type { FieldHook } from 'payload'
import type { RunNote } from '../src/domain/runNote.js'
import { say } from '../src/i18n/translate.js'
import { wordReason } from '../src/mail/ownReasons.js'

/** Says in the reader's language why a newsletter stands still. */
export const wordRunNote: FieldHook = ({ req, siblingData }) => {
  const note = (siblingData as { cause?: RunNote | null }).cause
  if (!note) return null
  if (note.code === 'broken') return say(req, 'campaign:broken', { reason: wordReason(req, note.reason) })
  const { code, ...values } = note
  return say(req, `campaign:${code}`, values)
}
