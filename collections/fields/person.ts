import type { Field } from 'payload'
import { choice } from './choice.js'
import { formal, text } from './text.js'

/** The parts of a contact person, in the order of the form. */
export function personFields(): Field[] {
  return [
    choice('salutation', 'field:salutation', ['ms', 'mr', 'neutral']),
    { type: 'row', fields: [text('firstName', 'field:firstName'), text('lastName', 'field:lastName')] },
    { type: 'row', fields: [formal('email', 'field:email', 'email'), text('phone', 'field:phone')] },
  ]
}
