import type { CollectionConfig, Field } from 'payload'
import { guardOrderDelete } from '../hooks/guardOrderDelete.js'
import { holdCustomers } from '../hooks/holdCustomers.js'
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
import { statusesPassed, type OrderStatus } from '../src/domain/orderLife.js'
import { label } from '../src/i18n/translate.js'
import { staffOrAccount, staffOrOwn } from './access/account.js'
import { allow, serverOnly } from './access/staff.js'
import { addressFields } from './fields/address.js'
import { choice, language } from './fields/choice.js'
import { entryPages, invisible, orderState, shownBy } from './customerPages.js'
import { day, instant, number } from './fields/number.js'
import { discountGroup, linesField, totalsGroup } from './fields/orderLines.js'
import { personFields } from './fields/person.js'
import { customerReference } from './fields/reference.js'
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
      components: crm.enabled ? entryPages(crm, 'orders') : {},
    },
    indexes: [{ fields: ['customer', 'status'] }],
    fields: orderFields(crm),
    hooks: crm.enabled
      ? {
          beforeOperation: [lockDocuments, shopOrder(crm)],
          beforeValidate: [ignoreServerFields(crm)],
          beforeChange: [protectOrder(), holdCustomers(crm), moveOrder(crm), recomputeOrderTotals(crm)],
          afterChange: [
            queueOrderConfirmation(crm),
            announceStatus(
              crm,
              { confirmed: 'order.confirmed', done: 'order.done', cancelled: 'order.cancelled' },
              (from, to) => statusesPassed(from as OrderStatus, to as OrderStatus),
            ),
            confirmShopOrder(crm),
          ],
          beforeDelete: [guardOrderDelete(crm)],
        }
      : {},
  }
}

const unseen = { components: invisible }

function orderFields(crm: Crm): Field[] {
  return [
    customerReference(crm),
    orderState(crm),
    requiredName('name', 'field:name', {
      index: true,
      admin: shownBy('OrderTextField', { labelKey: 'field:name' }),
    }),
    textarea('description', 'field:description', {
      admin: shownBy('OrderTextareaField', { labelKey: 'field:description' }),
    }),
    day(crm, 'bookingDate', 'field:bookingDate', {
      index: true,
      defaultValue: () => new Date().toISOString(),
      admin: shownBy('OrderDayField', { labelKey: 'field:bookingDate', timeZone: crm.timeZone }),
    }),
    linesField(crm, crm.enabled ? [takeOverProducts(crm)] : []),
    discountGroup(crm),
    totalsGroup(),
    choice('status', 'field:status', ['open', 'confirmed', 'done', 'cancelled'], {
      defaultValue: 'open',
      index: true,
      admin: unseen,
    }),
    text('number', 'field:orderNumber', { unique: true, access: serverOnly, admin: unseen }),
    instant('confirmedAt', 'field:confirmedAt', { access: serverOnly, index: true, admin: unseen }),
    instant('doneAt', 'field:doneAt', { access: serverOnly, admin: unseen }),
    // A client sends back the revision it read, so the field is writable; the hook compares it and counts on.
    number('revision', 'field:revision', { admin: shownBy('OrderConflict', { timeZone: crm.timeZone }) }),
    choice('priceMode', 'field:priceMode', ['net', 'gross'], { access: serverOnly, admin: unseen }),
    {
      name: 'orderedBy',
      type: 'relationship',
      relationTo: crm.slugs.accounts,
      index: true,
      label: label('field:orderedBy'),
      access: serverOnly,
      admin: unseen,
    },
    {
      // What was true when the order was confirmed: the mail and the document are made from this, not from the customer.
      name: 'confirmation',
      type: 'group',
      label: label('field:confirmation'),
      access: serverOnly,
      admin: unseen,
      fields: [
        text('company', 'field:company'),
        text('customerNumber', 'field:customerNumber'),
        text('vatId', 'field:vatId'),
        { name: 'address', type: 'group', label: label('field:address'), fields: addressFields() },
        { name: 'recipient', type: 'group', label: label('field:contact'), fields: personFields() },
        language({ defaultValue: undefined }),
        number('count', 'field:confirmations'),
        // Company, bank and texts as they were: the document must not change when the settings do.
        { name: 'letterhead', type: 'json', hidden: true },
      ],
    },
  ]
}
