import type { CollectionConfig, TextField } from 'payload'
import { endSuppressed, hashSuppressed } from '../hooks/suppressByHand.js'
import type { Crm } from '../src/config/resolve.js'
import { suppressionReasons } from '../src/domain/consent.js'
import { label } from '../src/i18n/translate.js'
import { allow, allowField, nobody, serverOnly } from './access/staff.js'
import { choice } from './fields/choice.js'
import { instant } from './fields/number.js'
import { text } from './fields/text.js'
import { normalizeWith, notBlank, textRules, validateWith } from './fields/validators.js'

/**
 * Addresses that no campaign mails, whatever is imported later. The hash is enough for that; the address itself is forgotten
 * with the person. Whoever asks never to be written to is entered by hand, also who only unsubscribed or bounced before: the
 * new entry takes the place of the old one. An administrator lifts an entry; so does the person by a new confirmed sign-up,
 * where one may be asked for (`mayAskAgain`), which is never so for an entry by hand or a complaint.
 */
export function suppressionsCollection(crm: Crm): CollectionConfig {
  const marketing = allow(crm, 'admin', 'marketing')
  // With a right to read of its own GraphQL does not demand it of whoever enters an address.
  const setHere = { ...serverOnly, read: allowField(crm, 'admin', 'marketing') }
  return {
    slug: crm.slugs.suppressions,
    labels: { singular: label('entity:suppression'), plural: label('entity:suppressions') },
    lockDocuments: false,
    disableDuplicate: true,
    defaultSort: '-since',
    access: {
      read: marketing,
      create: marketing,
      update: nobody,
      delete: allow(crm, 'admin'),
    },
    admin: {
      group: 'CRM',
      useAsTitle: 'address',
      defaultColumns: ['address', 'reason', 'since'],
      listSearchableFields: ['address'],
    },
    fields: [
      suppressedAddress(),
      {
        ...text('addressHash', 'field:hash', { required: true, unique: true }),
        access: setHere,
        validate: setByHook,
        admin: { hidden: true },
      } as TextField,
      choice('reason', 'field:reason', suppressionReasons, {
        required: true,
        defaultValue: 'manual',
        index: true,
        access: setHere,
        admin: { readOnly: true, position: 'sidebar' },
      }),
      instant('since', 'field:since', {
        required: true,
        defaultValue: () => new Date().toISOString(),
        index: true,
        access: setHere,
        admin: { readOnly: true, position: 'sidebar' },
      }),
    ],
    // What the hooks need to know of a new entry, whatever is asked for in the answer.
    forceSelect: { address: true, reason: true },
    hooks: crm.enabled ? { beforeChange: [hashSuppressed(crm)], afterChange: [endSuppressed(crm)] } : {},
  }
}

/** The hash is made of the address, and the form has none to check. */
const setByHook = () => true

/** A new entry has one; it is away once the person is forgotten. */
function suppressedAddress(): TextField {
  const { check, normalize } = textRules.subscriber
  const checked = validateWith((value) => notBlank(value) ?? check(value))
  return {
    ...text('address', 'field:email', { index: true, required: true }),
    hooks: { beforeValidate: [normalizeWith(normalize)] },
    validate: (value: unknown, { operation, req }) =>
      operation === 'create' ? checked(value, { req }) : true,
    // What has a condition may be empty in the database and in answers, required or not.
    admin: { description: label('hint:suppressedAddress'), condition: () => true },
  } as TextField
}
