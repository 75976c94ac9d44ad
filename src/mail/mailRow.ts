export const accountMailKinds = [
  'accountInvitation',
  'accountVerification',
  'accountExists',
  'accountWaiting',
  'accountApproval',
  'accountWelcome',
  'accountPasswordReset',
  'accountPasswordChanged',
  'accountEmailConfirm',
  'accountEmailRequested',
  'accountEmailChanged',
  'accountLocked',
  'accountBlocked',
  'accountDeleted',
] as const
export type AccountMailKind = (typeof accountMailKinds)[number]

/** What a mail is about; each transactional kind has a renderer in `jobs/`. */
export const mailKinds = [
  'orderConfirmation',
  'subscriptionCheck',
  'newsletterTest',
  'newsletter',
  ...accountMailKinds,
] as const
export type MailKind = (typeof mailKinds)[number]

/** A mail to one person because of something that happened; goes out before any newsletter. */
export type TransactionalKind = Exclude<MailKind, 'newsletter'>
export const transactionalKinds = mailKinds.filter((kind): kind is TransactionalKind => kind !== 'newsletter')

/** `unknown`: handed to the mail server when the process died or the line broke; only a human may send it again. */
export const mailStates = [
  'queued',
  'sending',
  'sent',
  'deferred',
  'failed',
  'bounced',
  'unknown',
  'cancelled',
] as const
/** Why a mail is doubtful. `lineBroken`: after the last byte and before the server's answer. */
export const doubtCauses = ['workerStopped', 'lineBroken'] as const
export type MailState = (typeof mailStates)[number]

type Id = string | number

/** Names and addresses as they were when the mail was written: the account may be gone when it is made. */
export interface MailDetails {
  name?: string
  /** What a link's token is derived from, together with the host's secret; by itself it opens nothing. */
  nonce?: string
  /** The account that staff is sent to. */
  accountId?: Id
}

/** A row of the outbox as the delivery sees it. */
export interface MailRow {
  id: Id
  kind: TransactionalKind
  to: string
  subject: string
  language: 'de' | 'en'
  orderId: Id | null
  /** What the renderer needs besides the related documents, for example what a link is made from. */
  details: MailDetails | null
  newsletterId: Id | null
  subscriberId: Id | null
  attempts: number
  messageId: string | null
  dedupeKey: string
  html: string | null
  text: string | null
}
