import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, FieldHook } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { isSecret, newSecret } from '../../src/webhooks/signature.js'
import { reportViolations } from '../reportViolations.js'

/** What stands for a secret that is stored. */
const mask = '••••••••'
const context = 'crmNewWebhookSecret'

/** Nobody reads a stored secret again, administrators included. */
export const hideSecret: FieldHook = ({ value }) => (value ? mask : (value as unknown))

/** Encrypts a secret that was sent, makes one when there is none, and otherwise keeps what is stored. */
export function keepSecret(crm: Crm): CollectionBeforeChangeHook {
  return async ({ data, operation, originalDoc, req }) => {
    const sent = (data as { secret?: unknown }).secret
    const isNew = sent !== undefined && sent !== null && sent !== '' && sent !== mask
    if (isNew && !isSecret(sent))
      reportViolations(req, crm.slugs.webhooks, [{ path: 'secret', message: 'webhookSecret' }])
    if (isNew || operation === 'create') {
      const secret = isNew ? (sent as string) : newSecret()
      req.context[context] = secret
      return { ...data, secret: req.payload.encrypt(secret) }
    }
    const stored = await req.payload.db.findOne<{ secret?: string; id: string | number }>({
      collection: crm.slugs.webhooks,
      where: { id: { equals: (originalDoc as { id: string | number }).id } },
      req,
    })
    return { ...data, secret: stored?.secret }
  }
}

/** Whoever made the webhook sees its secret this once. */
export const showNewSecret: CollectionAfterChangeHook = ({ doc, operation, req }) => {
  const secret = req.context[context]
  delete req.context[context]
  return operation === 'create' && secret ? { ...(doc as object), secret } : (doc as object)
}
