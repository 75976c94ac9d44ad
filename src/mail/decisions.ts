import { sql } from '@payloadcms/db-postgres'
import type { MailDecision } from '../domain/mailLife.js'

/** What a human's decision changes in the row of a mail. */
export const decisionChanges: Record<MailDecision, ReturnType<typeof sql>> = {
  retry: sql`state = 'queued', attempts = 0, next_attempt_at = NULL, enqueued_at = NULL, lease = NULL,
    lease_until = NULL, cause = NULL, updated_at = now()`,
  cancel: sql`state = 'cancelled', lease = NULL, cause = NULL, updated_at = now()`,
  // Set together: the mail counts as sent when it was last heard of.
  settle: sql`state = 'sent', sent_at = coalesce(sent_at, updated_at), lease = NULL, cause = NULL, updated_at = now()`,
}
