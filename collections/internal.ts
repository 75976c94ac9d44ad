import type { CollectionConfig } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { nobody } from './access/staff.js'

/** What nobody sees or writes through Payload. */
export const closed = {
  lockDocuments: false as const,
  graphQL: false as const,
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
}

/** One row a series of numbers; written by raw SQL only, in the transaction that uses the number. */
export function countersCollection(crm: Crm): CollectionConfig {
  return {
    ...closed,
    slug: crm.slugs.counters,
    labels: { singular: label('entity:counter'), plural: label('entity:counter') },
    fields: [
      { name: 'key', type: 'text', required: true, unique: true },
      { name: 'value', type: 'number', required: true },
    ],
  }
}

/** What went out lately, for the limits on how many mails may go out; written by raw SQL only. */
export function ratesCollection(crm: Crm): CollectionConfig {
  return {
    ...closed,
    slug: crm.slugs.rates,
    labels: { singular: label('entity:counter'), plural: label('entity:counter') },
    fields: [
      { name: 'key', type: 'text', required: true, unique: true },
      { name: 'state', type: 'json', required: true },
    ],
  }
}

/** One row a worker: when it was last alive and whether it reaches queue and mail server. */
export function workersCollection(crm: Crm): CollectionConfig {
  return {
    ...closed,
    slug: crm.slugs.workers,
    labels: { singular: label('entity:worker'), plural: label('entity:worker') },
    fields: [
      { name: 'key', type: 'text', required: true, unique: true },
      { name: 'queue', type: 'text', required: true },
      { name: 'mail', type: 'text', required: true },
      { name: 'seenAt', type: 'date', required: true, index: true },
    ],
  }
}

/** One row a link that still works; written by `src/database/accountToken.ts` only. */
export function accountTokensCollection(crm: Crm): CollectionConfig {
  return {
    ...closed,
    slug: crm.slugs.accountTokens,
    labels: { singular: label('entity:accountToken'), plural: label('entity:accountToken') },
    fields: [
      { name: 'hash', type: 'text', required: true, unique: true },
      { name: 'account', type: 'relationship', relationTo: crm.slugs.accounts, index: true },
      { name: 'purpose', type: 'text', required: true },
      { name: 'email', type: 'text' },
      { name: 'expiresAt', type: 'date', required: true, index: true },
    ],
  }
}

/** One row a counted client or address; written by `src/database/rateLimit.ts` only. */
export function rateLimitsCollection(crm: Crm): CollectionConfig {
  return {
    ...closed,
    slug: crm.slugs.rateLimits,
    labels: { singular: label('entity:rateLimit'), plural: label('entity:rateLimit') },
    fields: [
      { name: 'key', type: 'text', required: true, unique: true },
      { name: 'windowStart', type: 'number', required: true, index: true },
      { name: 'count', type: 'number', required: true },
      { name: 'previous', type: 'number', required: true },
    ],
  }
}

/** One row a repeatable order; written by `src/database/idempotency.ts` only. */
export function idempotencyKeysCollection(crm: Crm): CollectionConfig {
  return {
    ...closed,
    slug: crm.slugs.idempotencyKeys,
    labels: { singular: label('entity:idempotencyKey'), plural: label('entity:idempotencyKey') },
    fields: [
      { name: 'key', type: 'text', required: true, unique: true },
      { name: 'request', type: 'text', required: true },
      { name: 'order', type: 'relationship', relationTo: crm.slugs.orders, index: true },
    ],
  }
}
