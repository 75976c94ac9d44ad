import type { Payload } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import type { Ledger } from '../src/mail/ledger.js'
import type { MailRow } from '../src/mail/mailRow.js'
import { bareAddress, composeTransactional, digestOf, messageIdOf } from '../src/mail/message.js'
import type { SendingLimits } from '../src/mail/newsletter/sendingLimits.js'
import { readSettings, senderOf } from '../src/mail/settings.js'
import type { MailTransport } from '../src/mail/smtp/failOver.js'
import type { MailJob } from './queue.js'
import { renderers } from './renderers.js'

interface Delivery {
  payload: Payload
  crm: Crm
  ledger: Ledger
  transport: MailTransport
  /** Names this worker in the rows it holds. */
  lease: string
  /** Used when the settings name no sender. */
  mailFrom: string
  /** The mails this worker is at; their leases are renewed. */
  inHand: Set<string | number>
  limits: SendingLimits
}

/**
 * The handler of a job: leases those of its mails that are still to be sent, and brings each to the mail server. It can
 * run any number of times for the same mails; a mail that another worker holds or that is settled is passed over.
 */
export async function deliverMails(delivery: Delivery, job: MailJob): Promise<void> {
  const mails = await delivery.ledger.claim(job.ids, delivery.lease)
  for (const mail of mails) delivery.inHand.add(mail.id)
  await Promise.all(
    mails.map((mail) => deliverOne(delivery, mail).finally(() => delivery.inHand.delete(mail.id))),
  )
}

async function deliverOne(delivery: Delivery, mail: MailRow): Promise<void> {
  const { ledger, lease, limits, transport } = delivery
  let ready: Awaited<ReturnType<typeof prepare>>
  try {
    ready = await prepare(delivery, mail)
  } catch (error) {
    delivery.payload.logger.error({ err: error, mail: mail.id }, 'mozaikoo-crm: a mail could not be made')
    await ledger.giveBack(mail, lease, (error as Error).message.slice(0, 500))
    return
  }
  if (!(await ledger.beginSending(mail.id, lease, ready.rendered))) return
  await limits.count(1)
  await ledger.settle(mail, lease, await transport.send(ready.envelope, ready.content))
}

/**
 * A mail that was made before goes out again as it was: same content, same Message-ID. Attachments are made from frozen
 * data, so they are the same too; a mail whose link the ledger does not keep is made anew.
 */
async function prepare({ crm, mailFrom, payload }: Delivery, mail: MailRow) {
  const settings = await readSettings(payload, crm)
  const { from, replyTo } = senderOf(settings, mailFrom)
  const { attachments = [], html, kept, text } = await renderers[mail.kind](payload, crm, mail)
  const wasMade = mail.html !== null && mail.text !== null && kept === undefined
  const sent = {
    ...(wasMade ? { html: mail.html ?? '', text: mail.text ?? '' } : { html, text }),
    subject: mail.subject,
    messageId: mail.messageId ?? messageIdOf(mail.id, mail.dedupeKey, from),
  }
  const content = await composeTransactional(
    sent,
    { from, to: mail.to, ...(replyTo ? { replyTo } : {}) },
    new Date(),
    attachments,
  )
  const attachmentDigest = attachments[0] ? digestOf(attachments[0].content) : null
  const rendered = { ...sent, ...kept, attachmentDigest }
  return { rendered, content, envelope: { from: bareAddress(from), to: mail.to } }
}
