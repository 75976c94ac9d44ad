import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { actionBetween, confirms, orderTransitions, type OrderStatus } from '../src/domain/orderLife.js'
import { Refusal } from '../src/i18n/refusal.js'
import { say } from '../src/i18n/translate.js'
import { letterheadOf } from '../src/mail/confirmedOrder.js'
import { readSettings } from '../src/mail/settings.js'
import { accountById } from './account/storedAccount.js'
import { idOf, type Confirmation, type Id, type OrderDocument } from './orderDocument.js'
import { pendingConfirmations } from './pendingConfirmations.js'
import { reportViolations } from './reportViolations.js'
import { shopConfirmationContext } from './shopOrder.js'

/**
 * Carries out a change of status: by the table or not at all, whoever writes it. Confirming copies what the document
 * needs of the customer onto the order; the number and the mail follow once the write has passed every check.
 */
export function moveOrder(crm: Crm): CollectionBeforeChangeHook {
  return async ({ data, operation, originalDoc, req }) => {
    if (operation === 'create') return
    const order = data as OrderDocument
    const stored = originalDoc as OrderDocument
    const from: OrderStatus = stored.status ?? 'open'
    const to: OrderStatus = order.status ?? from
    const pending = pendingConfirmations(req)
    if (from === to) {
      // Only the resend endpoint asks for this; a plain save of a confirmed order sends nothing.
      if (req.context.crmResendConfirmation === stored.id)
        pending.set(String(stored.id), { mail: true, number: false })
      return
    }

    const action = actionBetween(from, to)
    const slug = crm.slugs.orders
    if (!action) {
      const values = { from: say(req, `option:${from}`), to: say(req, `option:${to}`) }
      reportViolations(req, slug, [{ path: 'status', message: 'transition', values }])
      return
    }
    // A write without a user is the host's own code on the Local API: it has every right. So has the shop's own.
    const allowed =
      !req.user ||
      req.context[shopConfirmationContext] === stored.id ||
      crm.rolesOf(req.user).some((role) => orderTransitions[action].roles.includes(role))
    if (!allowed) throw new Refusal(say(req, 'error:transitionRole'), 403)

    const now = new Date().toISOString()
    const moved: OrderDocument = { ...order, status: to, doneAt: to === 'done' ? now : null }
    if (action === 'reopen') return { ...moved, confirmedAt: null }
    if (!confirms(action, from)) return moved

    if ((order.lines ?? []).length === 0)
      reportViolations(req, slug, [{ path: 'lines', message: 'orderEmpty' }])
    const mail = action === 'confirm' || req.context.crmSendConfirmation === true
    const confirmation = await frozenCustomer(req, crm, order, stored.confirmation?.count ?? 0)
    if (mail && !confirmation.recipient?.email) throw new Refusal(say(req, 'error:noRecipient'), 422)
    pending.set(String(stored.id), { mail, number: true })
    return { ...moved, confirmedAt: now, confirmation }
  }
}

interface Customer {
  company?: string
  customerNumber?: string
  vatId?: string
  address?: Record<string, string | null>
  email?: string | null
  language?: 'de' | 'en'
  contacts?: (NonNullable<Confirmation['recipient']> & { id?: string; position?: string | null })[]
}

async function frozenCustomer(
  req: PayloadRequest,
  crm: Crm,
  order: OrderDocument,
  count: number,
): Promise<Confirmation> {
  const customer = (await req.payload.findByID({
    collection: crm.slugs.customers,
    id: idOf(order.customer) ?? '',
    depth: 0,
    overrideAccess: true,
    req,
  })) as unknown as Customer
  const contact = customer.contacts?.[0]
  const language = customer.language ?? 'de'
  const email = contact?.email || customer.email || (await orderingAddress(req, crm, idOf(order.orderedBy)))
  return {
    company: customer.company,
    customerNumber: customer.customerNumber,
    vatId: customer.vatId,
    address: customer.address,
    recipient: {
      salutation: contact?.salutation,
      firstName: contact?.firstName,
      lastName: contact?.lastName,
      email,
      phone: contact?.phone,
    },
    language,
    letterhead: letterheadOf(await readSettings(req.payload, crm, req), language),
    count,
  }
}

/** Where nobody of the customer has an address, whoever ordered in the shop has one. */
async function orderingAddress(req: PayloadRequest, crm: Crm, id: Id | null): Promise<string | null> {
  return id === null ? null : ((await accountById(req, crm, id))?.email ?? null)
}
