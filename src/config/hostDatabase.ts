import type { Config } from 'payload'
import { readEnvironment } from './environment.js'

/** @throws Error when the host's adapter is not PostgreSQL */
export function requirePostgres(config: Config): void {
  const name = (config.db as { name?: string } | undefined)?.name
  if (name !== 'postgres')
    throw new Error(
      `mozaikoo-crm needs PostgreSQL: use postgresAdapter() from @payloadcms/db-postgres as db of your Payload config${
        name ? ` (it is "${name}" now)` : ''
      }.`,
    )
}

/**
 * Checks the environment when Payload starts, before it connects: that is the first moment which is a start. Building,
 * generating and migrating load the same config and need no mail server.
 */
export function withCheckedStart(db: Config['db']): Config['db'] {
  return {
    ...db,
    init: (args) => {
      const offline =
        process.env.NEXT_PHASE === 'phase-production-build' || process.env.PAYLOAD_MIGRATING === 'true'
      if (!offline) readEnvironment()
      return db.init(args)
    },
  }
}
