import type { Payload } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { createDeliveries, type WebhookDelivery } from '../../src/webhooks/deliveries.js'
import { postWebhook } from '../../src/webhooks/post.js'
import { isSecret, signatureHeaders } from '../../src/webhooks/signature.js'

const batchSize = 20

/** Posts due events to their webhooks, at every sweep, until none is due. Several workers may; rows are taken once. */
export function startWebhooks(payload: Payload, crm: Crm, onError: (error: Error) => void) {
  const deliveries = createDeliveries(payload, crm)
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()

  async function sweep(): Promise<void> {
    for (;;) {
      const due = await deliveries.claim(batchSize)
      await Promise.all(due.map((delivery) => deliver(delivery)))
      if (due.length < batchSize || stopped) return
    }
  }

  /** @returns null when it is missing, or was encrypted with another secret of the host */
  function secretOf({ secret }: WebhookDelivery): string | null {
    try {
      const clear = payload.decrypt(secret)
      return isSecret(clear) ? clear : null
    } catch {
      return null
    }
  }

  async function deliver(delivery: WebhookDelivery): Promise<void> {
    const secret = secretOf(delivery)
    if (!secret)
      return deliveries.settle(delivery, { status: null, error: 'The signing secret cannot be read.' })
    const seconds = Math.floor(Date.now() / 1000)
    const headers = signatureHeaders(delivery.eventId, seconds, delivery.body, secret)
    const { allowPrivateNetworks, timeoutSeconds } = crm.webhooks
    const result = await postWebhook({
      url: delivery.url,
      headers,
      body: delivery.body,
      privateNetworks: allowPrivateNetworks,
      timeoutMilliseconds: timeoutSeconds * 1000,
    })
    await deliveries.settle(delivery, result)
  }

  function next(): void {
    running = sweep()
      .catch(onError)
      .then(() => {
        if (!stopped) timer = setTimeout(next, crm.delivery.sweepSeconds * 1000)
      })
  }
  next()

  return {
    async close(): Promise<void> {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
