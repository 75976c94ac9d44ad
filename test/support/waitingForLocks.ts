import { query } from './database.js'
import { eventually } from './eventually.js'

/** Waits until so many of the database's connections wait for a lock that another one holds. */
export function waitingForLocks(databaseUrl: string, count = 1): Promise<boolean> {
  return eventually(async () => {
    const waiting = await query(
      databaseUrl,
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    return waiting.length >= count
  }, 20_000)
}
