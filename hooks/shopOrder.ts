import type { CollectionAfterChangeHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { Forbidden, ValidationError } from 'payload'
import { accountOf, isAccount } from '../src/config/account.js'
import type { Crm } from '../src/config/resolve.js'
import { holdRow } from '../src/database/rowLock.js'
import { cleanName } from '../src/domain/accountLife.js'
import { maxShopLines } from '../src/domain/orderRules.js'
import { formatDate } from '../src/i18n/format.js'
import { Refusal } from '../src/i18n/refusal.js'
import { say } from '../src/i18n/translate.js'
import { readSettings } from '../src/mail/settings.js'
import type { OrderDocument } from './orderDocument.js'

/** Set to the order that the shop confirms by itself: its customer has no right to confirm. */
export const shopConfirmationContext = 'crmShopConfirmation'

/**
 * An order by a customer's account: a name, products and quantities. Customer, prices, texts and everything else are
 * ours; what else was sent does not get any further than here, which is before Payload or another hook sees it.
 */
export function shopOrder(crm: Crm): CollectionBeforeOperationHook {
  return async ({ args, operation, req }) => {
    if (operation !== 'create' || !isAccount(crm, req.user)) return args
    const account = accountOf(crm, req.user)
    // The account before its customer: whoever deletes the customer takes them in this order too.
    if (!account || !(await holdRow(req, crm.slugs.accounts, account.id))) throw new Forbidden(req.t)
    const given = args as { data?: unknown; duplicateFromID?: unknown }
    // A copy would take over the old prices.
    if (given.duplicateFromID !== undefined && given.duplicateFromID !== null)
      throw new Refusal(say(req, 'account:duplicateForbidden'), 403)
    const { lines, name } = (given.data ?? {}) as { lines?: unknown; name?: unknown }
    return {
      ...args,
      data: {
        customer: account.customer,
        name: cleanName(name) || defaultName(req, crm),
        lines: orderedLines(req, crm, lines),
      },
      draft: false,
    }
  }
}

function defaultName(req: PayloadRequest, crm: Crm): string {
  const language = req.i18n.language === 'en' ? 'en' : 'de'
  return say(req, 'account:orderName', { date: formatDate(new Date(), language, crm.timeZone) })
}

function orderedLines(
  req: PayloadRequest,
  crm: Crm,
  given: unknown,
): { product: unknown; quantity: unknown }[] {
  if (!Array.isArray(given) || given.length === 0 || given.length > maxShopLines)
    reject(req, crm, [{ path: 'lines', message: say(req, 'account:linesMissing', { max: maxShopLines }) }])
  const lines = (given as unknown[]).map((line) => {
    const { product, quantity } = (typeof line === 'object' && line !== null ? line : {}) as Record<
      string,
      unknown
    >
    return { product, quantity }
  })
  reject(
    req,
    crm,
    lines.flatMap(({ product }, index) =>
      typeof product === 'string' || typeof product === 'number'
        ? []
        : [{ path: `lines.${index}.product`, message: say(req, 'account:productMissing') }],
    ),
  )
  return lines
}

function reject(req: PayloadRequest, crm: Crm, errors: { path: string; message: string }[]): void {
  if (errors.length > 0) throw new ValidationError({ collection: crm.slugs.orders, req, errors }, req.t)
}

/** With the setting for it, an order of an account is confirmed in the transaction that creates it. */
export function confirmShopOrder(crm: Crm): CollectionAfterChangeHook {
  return async ({ doc, operation, req }) => {
    const document = doc as OrderDocument & Record<string, unknown>
    if (operation !== 'create' || !accountOf(crm, req.user)) return document
    const settings = await readSettings(req.payload, crm, req, 'accounts')
    if (!settings.accounts?.confirmOrders) return document
    req.context[shopConfirmationContext] = document.id
    const confirmed = (await req.payload.update({
      collection: crm.slugs.orders,
      id: document.id,
      data: { status: 'confirmed' },
      depth: 0,
      overrideAccess: true,
      req,
    })) as unknown as OrderDocument
    const changed = { status: confirmed.status, number: confirmed.number, confirmedAt: confirmed.confirmedAt }
    return { ...document, ...changed, revision: confirmed.revision, confirmation: confirmed.confirmation }
  }
}
