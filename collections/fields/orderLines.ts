import type { ArrayField, FieldHook, GroupField } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { label } from '../../src/i18n/translate.js'
import { serverOnly } from '../access/staff.js'
import { invisible, shownBy } from '../customerPages.js'
import { choice } from './choice.js'
import { money, number, percent, quantity } from './number.js'
import { text } from './text.js'

/** What is ordered. Name, price and tax rate are the line's own: a product that changes later changes no order. */
export function linesField(crm: Crm, beforeValidate: FieldHook[]): ArrayField {
  return {
    name: 'lines',
    type: 'array',
    label: label('field:lines'),
    labels: { singular: label('field:line'), plural: label('field:lines') },
    hooks: { beforeValidate },
    admin: shownBy('OrderLines', { products: crm.slugs.products }),
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'product',
            type: 'relationship',
            relationTo: crm.slugs.products,
            label: label('field:product'),
          },
          text('name', 'field:name'),
          text('sku', 'field:sku'),
        ],
      },
      {
        type: 'row',
        fields: [
          quantity('quantity', 'field:quantity', { defaultValue: 1 }),
          text('unit', 'field:unit'),
          money('unitPrice', 'field:unitPrice'),
          percent('taxRate', 'field:taxRate'),
          money('total', 'field:lineTotal', { access: serverOnly, admin: { readOnly: true } }),
        ],
      },
    ],
  }
}

/** Percent and amount are two fields: one shared field would turn 20 % into 20 cents when the type changes. */
export function discountGroup(crm: Crm): GroupField {
  return {
    name: 'discount',
    type: 'group',
    label: label('field:discount'),
    admin: shownBy('OrderSums', { priceMode: crm.prices }),
    fields: [
      choice('type', 'field:discountType', ['none', 'percent', 'amount'], { defaultValue: 'none' }),
      percent('percent', 'field:percent'),
      money('amount', 'field:amount'),
    ],
  }
}

export function totalsGroup(): GroupField {
  const cents = (name: string, key: Parameters<typeof number>[1], index = false) =>
    number(name, key, { access: serverOnly, index, admin: { readOnly: true } })
  return {
    name: 'totals',
    type: 'group',
    label: label('field:totals'),
    access: serverOnly,
    // The sums are shown with the discount, as they are while they are being typed.
    admin: { components: invisible },
    fields: [
      {
        type: 'row',
        fields: [
          cents('subtotal', 'field:subtotal'),
          cents('discount', 'field:discount'),
          cents('net', 'field:net'),
          cents('tax', 'field:tax'),
          cents('gross', 'field:gross', true),
        ],
      },
      {
        name: 'taxes',
        type: 'array',
        label: label('field:taxes'),
        access: serverOnly,
        admin: { readOnly: true },
        fields: [
          {
            type: 'row',
            fields: [number('rate', 'field:taxRate'), number('net', 'field:net'), number('tax', 'field:tax')],
          },
        ],
      },
    ],
  }
}
