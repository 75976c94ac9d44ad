import type { Payload } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import {
  accountMailKinds,
  type AccountMailKind,
  type MailRow,
  type TransactionalKind,
} from '../src/mail/mailRow.js'
import type { RenderedParts } from '../src/mail/message.js'
import { accountMailRenderer } from './account/render.js'
import { renderNewsletterTestMail } from './newsletterTest/render.js'
import { renderOrderConfirmationMail } from './orderConfirmation/render.js'
import { renderSubscriptionCheckMail } from './subscriptionCheck/render.js'

type Render = (payload: Payload, crm: Crm, mail: MailRow) => Promise<RenderedParts>

/** One renderer a kind of transactional mail; a newsletter is rendered once for everybody. */
export const renderers: Record<TransactionalKind, Render> = {
  newsletterTest: renderNewsletterTestMail,
  orderConfirmation: renderOrderConfirmationMail,
  ...(Object.fromEntries(accountMailKinds.map((kind) => [kind, accountMailRenderer(kind)])) as Record<
    AccountMailKind,
    Render
  >),
  subscriptionCheck: renderSubscriptionCheckMail,
}
