import type { CollectionBeforeChangeHook } from 'payload'
import type { Crm } from '../src/config/resolve.js'

interface Activity {
  author?: unknown
  done?: boolean | null
  doneAt?: string | null
}

/** Notes when an activity was done, and by default who wrote it. */
export function stampActivity(crm: Crm): CollectionBeforeChangeHook {
  return ({ data, operation, originalDoc, req }) => {
    const activity = data as Activity
    const stored = originalDoc as Activity | undefined
    const doneAt = activity.done ? (stored?.done ? (stored.doneAt ?? null) : new Date().toISOString()) : null
    const author =
      operation === 'create' && !activity.author && req.user?.collection === crm.usersSlug
        ? req.user.id
        : activity.author
    return { ...activity, done: activity.done ?? false, doneAt, author }
  }
}
