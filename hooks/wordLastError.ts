import type { FieldHook } from 'payload'
import { wordReason } from '../src/mail/ownReasons.js'

/** Says in the reader's language why a mail did not go out. */
export const wordLastError: FieldHook = ({ req, value }) =>
  typeof value === 'string' ? wordReason(req, value) : (value as unknown)
