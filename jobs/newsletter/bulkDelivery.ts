import type { Payload } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import type { CampaignLedger } from '../../src/mail/newsletter/campaignLedger.js'
import type { SendingLimits } from '../../src/mail/newsletter/sendingLimits.js'
import type { MailTransport } from '../../src/mail/smtp/failOver.js'
import type { Connections } from './connections.js'

/** What the bulk delivery of a worker is made of. */
export interface BulkDelivery {
  payload: Payload
  crm: Crm
  ledger: CampaignLedger
  limits: SendingLimits
  transport: MailTransport
  connections: Connections
  /** Names this worker in the rows it holds. */
  lease: string
  /** Used when the settings name no sender. */
  mailFrom: string
  /** The mails this worker is at; their leases are renewed. */
  inHand: Set<string | number>
  /** Whether no other newsletter wants its turn. */
  isAlone: () => boolean
  isStopping: () => boolean
  onError: (error: Error) => void
}
