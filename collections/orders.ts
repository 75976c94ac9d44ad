import type { CollectionConfig, Field } from 'payload'
import { guardOrderDelete } from '../hooks/guardOrderDelete.js'
import { ignoreServerFields } from '../hooks/ignoreServerFields.js'
import { lockDocuments } from '../hooks/lockDocuments.js'
import { moveOrder } from '../hooks/moveOrder.js'
import { protectOrder } from '../hooks/protectOrder.js'
import { queueOrderConfirmation } from '../hooks/queueOrderConfirmation.js'
import { recomputeOrderTotals } from '../hooks/recomputeOrderTotals.js'
import { confirmShopOrder, shopOrder } from '../hooks/shopOrder.js'
import { takeOverProducts } from '../hooks/takeOverProducts.js'
import { announceStatus } from '../hooks/webhooks/announceStatus.js'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { staffOrAccount, staffOrOwn } from './access/account.js'
import { allow, serverOnly } from './access/staff.js'
import { addressFields } from './fields/address.js'
import { choice, language } from './fields/choice.js'
import { day, instant, number } from './fields/number.js'
import { discountGroup, linesField, totalsGroup } from './fields/orderLines.js'
import { personFields } from './fields/person.js'
import { reference } from './fields/reference.js'
import { requiredName, text, textarea } from './fields/text.js'

export function ordersCollection(crm: Crm): CollectionConfig {
  const sales = allow(crm, 'admin', 'sales')
  return {
    slug: crm.slugs.orders,
    labels: { singular: label('entity:order'), plural: label('entity:orders') },
    lockDocuments: false,
    defaultSort: '-bookingDate',
    access: {
      read: staffOrOwn(crm, ['admin', 'sales'], (account) => ({ customer: { equals: account.customer } })),
      create: staffOrAccount(crm, 'admin', 'sales'),
      update: sales,
      delete: sales,
    },
    admin: {
      group: 'CRM',
      useAsTitle: 'name',
      defaultColumns: ['status', 'number', 'name', 'customer', 'bookingDate', 'totals.gross'],
      listSearchableFields: ['name', 'number', 'description'],
    },
    indexes: [{ fields: ['customer', 'status'] }],
    fields: orderFields(crm),
    hooks: crm.enabled
      ? {
          beforeOperation: [lockDocuments(crm, 'orders'), shopOrder(crm)],
          beforeValidate: [ignoreServerFields(crm)],
          beforeChange: [protectOrder(), moveOrder(crm), recomputeOrderTotals(crm)],
          afterChange: [
            queueOrderConfirmation(crm),
            announceStatus(crm, {
              confirmed: 'order.confirmed',
              done: 'order.done',
              cancelled: 'order.cancelled',
            }),
            confirmShopOrder(crm),
          ],
          beforeDelete: [guardOrderDelete(crm)],
        }
      : {},
  }
}

function orderFields(crm: Crm): Field[] {
  const sidebar = { readOnly: true, position: 'sidebar' as const }
  return [
    reference('customer', 'field:customer', crm.slugs.customers, { required: true, index: true }),
    requiredName('name', 'field:name', { index: true }),
    textarea('description', 'field:description'),
    day('bookingDate', 'field:bookingDate', { index: true, defaultValue: () => new Date().toISOString() }),
    linesField(crm, crm.enabled ? [takeOverProducts(crm)] : []),
    discountGroup(),
    totalsGroup(),
    choice('status', 'field:status', ['open', 'confirmed', 'done', 'cancelled'], {
      defaultValue: 'open',
      index: true,
      admin: { position: 'sidebar' },
    }),
    text('number', 'field:orderNumber', { unique: true, access: serverOnly, admin: sidebar }),
    instant('confirmedAt', 'field:confirmedAt', {
      access: serverOnly,
      index: true,
      admin: { position: 'sidebar' },
    }),
    instant('doneAt', 'field:doneAt', { access: serverOnly, admin: { position: 'sidebar' } }),
    // A client sends back the revision it read, so the field is writable; the hook compares it and counts on.
    number('revision', 'field:revision', { admin: { ...sidebar, step: 1 } }),
    {
      name: 'orderedBy',
      type: 'relationship',
      relationTo: crm.slugs.accounts,
      index: true,
      label: label('field:orderedBy'),
      access: serverOnly,
      admin: sidebar,
    },
    choice('priceMode', 'field:priceMode', ['net', 'gross'], { access: serverOnly, admin: sidebar }),
    {
      // What was true when the order was confirmed: the mail and the document are made from this, not from the customer.
      name: 'confirmation',
      type: 'group',
      label: label('field:confirmation'),
      access: serverOnly,
      admin: { readOnly: true, condition: (data: { number?: unknown } | undefined) => Boolean(data?.number) },
      fields: [
        text('company', 'field:company'),
        text('customerNumber', 'field:customerNumber'),
        text('vatId', 'field:vatId'),
        { name: 'address', type: 'group', label: label('field:address'), fields: addressFields() },
        { name: 'recipient', type: 'group', label: label('field:contact'), fields: personFields() },
        language({ defaultValue: undefined }),
        number('count', 'field:confirmations'),
      ],
    },
  ]
}
