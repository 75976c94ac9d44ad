import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A new signing secret: `whsec_` and 32 random bytes in Base64, as the Standard Webhooks specification has it. */
export function newSecret(): string {
  return prefix + randomBytes(32).toString('base64')
}

/** Whether a text can be a signing secret: `whsec_` and 24 to 64 bytes in Base64. */
export function isSecret(value: unknown): value is string {
  if (typeof value !== 'string' || !/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(value)) return false
  const { length } = bytesOf(value)
  return length >= 24 && length <= 64
}

/**
 * The headers by which a receiver knows that a body is ours, unchanged and recent (Standard Webhooks, version 1).
 *
 * @param seconds Unix time of this attempt
 */
export function signatureHeaders(
  id: string,
  seconds: number,
  body: string,
  secret: string,
): Record<string, string> {
  const signature = createHmac('sha256', bytesOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` }
}

function bytesOf(secret: string): Buffer {
  return Buffer.from(secret.slice(prefix.length), 'base64')
}
