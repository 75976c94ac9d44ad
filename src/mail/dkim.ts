import { createPrivateKey, createPublicKey } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import DKIM from 'nodemailer/lib/dkim/index.js'
import type { DkimOptions } from '../config/options.js'
import type { MailTransport } from './smtp/failOver.js'

/**
 * What a signature covers. RFC 8058, 4: both unsubscribe headers, or mailbox providers show no unsubscribe button; the
 * library's own list has only one of them.
 */
export const signedHeaders =
  'from:reply-to:subject:date:message-id:to:mime-version:content-type:list-id:list-unsubscribe:list-unsubscribe-post:feedback-id'

/**
 * Signs everything that goes out.
 *
 * @throws Error with one sentence when the key cannot be read; the key itself is not repeated
 */
export function withDkim(transport: MailTransport, dkim: DkimOptions | null): MailTransport {
  if (!dkim) return transport
  const { domain, privateKey, selector } = dkim
  try {
    createPrivateKey(privateKey)
  } catch {
    throw new Error('mozaikoo-crm: dkim.privateKey is not a private key in PEM form.')
  }
  const signer = new DKIM({
    domainName: domain,
    keySelector: selector,
    privateKey,
    headerFieldNames: signedHeaders,
  })
  return {
    ...transport,
    async send(envelope, content) {
      return transport.send(envelope, await buffer(signer.sign(content)))
    },
  }
}

/**
 * The public half of a signing key in the forms in which it may stand in the DNS (RFC 6376, 3.6.1), as base64.
 *
 * @param privateKey in PEM form, checked by `withDkim`
 */
export function publishedForms(privateKey: string): string[] {
  const key = createPublicKey(privateKey)
  const der = (type: 'spki' | 'pkcs1') => key.export({ type, format: 'der' }).toString('base64')
  return key.asymmetricKeyType === 'rsa' ? [der('spki'), der('pkcs1')] : [der('spki')]
}
