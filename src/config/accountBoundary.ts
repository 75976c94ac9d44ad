import type { Access, Config, Payload } from 'payload'
import { isAccount } from './account.js'
import type { Crm } from './resolve.js'

const operations = ['create', 'read', 'update', 'delete'] as const

/**
 * The host's collections whose access is left to Payload, which lets everybody in who is logged in, whatever with: an
 * account of a customer too.
 *
 * @returns for example `pages (create, update)`
 */
export function collectionsOpenToAccounts(config: Config): string[] {
  return (config.collections ?? []).flatMap(({ access, slug }) => {
    const open = operations.filter((operation) => access?.[operation] === undefined)
    return open.length === 0 ? [] : [`${slug} (${open.join(', ')})`]
  })
}

/**
 * At the start: names what accounts reach because the host says nothing about it, and closes Payload's own collections
 * to them, which have the same default: with it a customer could lock the staff's documents.
 */
export function drawAccountBoundary(payload: Payload, crm: Crm, open: readonly string[]): void {
  if (open.length > 0)
    payload.logger.warn(
      `mozaikoo-crm: customer accounts reach these collections, because their access is left to Payload's default (anybody who is logged in): ${open.join(', ')}. Give them access functions that check req.user.collection.`,
    )
  for (const { config } of Object.values(payload.collections)) {
    if (!config.slug.startsWith('payload-')) continue
    for (const operation of operations)
      config.access[operation] = closedToAccounts(crm, config.access[operation])
  }
}

function closedToAccounts(crm: Crm, access: Access): Access {
  return (args) => (isAccount(crm, args.req.user) ? false : access(args))
}
