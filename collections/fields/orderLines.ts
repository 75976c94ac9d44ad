import type { ArrayField, FieldHook, GroupField } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { label } from '../../src/i18n/translate.js'
import { serverOnly } from '../access/staff.js'
import { choice } from './choice.js'
import { number } from './number.js'
import { text } from './text.js'

/** What is ordered. Name, price and tax rate are the line's own: a product that changes later changes no order. */
export function linesField(crm: Crm, beforeValidate: FieldHook[]): ArrayField {
  return {
    name: 'lines',
    type: 'array',
    label: label('field:lines'),
    labels: { singular: label('field:line'), plural: label('field:lines') },
    hooks: { beforeValidate },
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
          number('quantity', 'field:quantity', { defaultValue: 1 }),
          text('unit', 'field:unit'),
          number('unitPrice', 'field:unitPrice', { admin: { step: 1 } }),
          number('taxRate', 'field:taxRate'),
          number('total', 'field:lineTotal', { access: serverOnly, admin: { readOnly: true } }),
        ],
      },
    ],
  }
}

/** Percent and amount are two fields: one shared field would turn 20 % into 20 cents when the type changes. */
export function discountGroup(): GroupField {
  return {
    name: 'discount',
    type: 'group',
    label: label('field:discount'),
    fields: [
      choice('type', 'field:discountType', ['none', 'percent', 'amount'], { defaultValue: 'none' }),
      number('percent', 'field:percent', {
        admin: { condition: (_, sibling: { type?: string } | undefined) => sibling?.type === 'percent' },
      }),
      number('amount', 'field:amount', {
        admin: {
          condition: (_, sibling: { type?: string } | undefined) => sibling?.type === 'amount',
          step: 1,
        },
      }),
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
