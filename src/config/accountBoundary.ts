import type { Access, Config, Payload } from 'payload'
import { Forbidden } from 'payload'
import { isAccount } from './account.js'
import type { Crm } from './resolve.js'

const operations = ['create', 'read', 'update', 'delete'] as const

/**
 * The host's collections and globals whose access is left to Payload, which lets everybody in who is logged in, whatever
 * with: an account of a customer too. Versions have an access of their own, which is not that of the documents.
 *
 * @returns for example `pages (create, update)`
 */
export function openToAccounts({ collections = [], globals = [] }: Config): string[] {
  const open = (
    { access, slug, versions }: { access?: object | undefined; slug: string; versions?: unknown },
    names: readonly string[],
  ) => {
    const given = (access ?? {}) as Record<string, unknown>
    const left = [...names, ...(versions ? ['readVersions'] : [])].filter((name) => given[name] === undefined)
    return left.length === 0 ? [] : [`${slug} (${left.join(', ')})`]
  }
  return [
    ...collections.flatMap((collection) => open(collection, operations)),
    ...globals.flatMap((global) => open(global, ['read', 'update'])),
  ]
}

/**
 * At the start: names what accounts reach because the host says nothing about it, and closes Payload's own collections
 * to them, which have the same default: with it a customer could lock the staff's documents.
 */
export function drawAccountBoundary(payload: Payload, crm: Crm, open: readonly string[]): void {
  if (open.length > 0)
    payload.logger.warn(
      `mozaikoo-crm: customer accounts reach these collections and globals, because their access is left to Payload's default (anybody who is logged in): ${open.join(', ')}. Give them access functions that check req.user.collection.`,
    )
  for (const { config } of Object.values(payload.collections)) {
    if (!config.slug.startsWith('payload-')) continue
    for (const operation of operations)
      config.access[operation] = closedToAccounts(crm, config.access[operation])
    // Those of the preferences ask no access.
    if (config.endpoints)
      config.endpoints = config.endpoints.map((endpoint) => ({
        ...endpoint,
        handler: (req) => {
          if (isAccount(crm, req.user)) throw new Forbidden(req.t)
          return endpoint.handler(req)
        },
      }))
  }
}

function closedToAccounts(crm: Crm, access: Access): Access {
  return (args) => (isAccount(crm, args.req.user) ? false : access(args))
}
