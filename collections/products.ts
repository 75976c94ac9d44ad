import type { CollectionConfig, NumberField } from 'payload'
import { lockDocuments } from '../hooks/lockDocuments.js'
import type { Crm } from '../src/config/resolve.js'
import { priceViolation, taxRateViolation } from '../src/domain/orderRules.js'
import { label } from '../src/i18n/translate.js'
import { staffOrOwn } from './access/account.js'
import { allow } from './access/staff.js'
import { productPages } from './customerPages.js'
import { money, percent } from './fields/number.js'
import { requiredName, text, textarea } from './fields/text.js'
import { normalizeWith, validateWith } from './fields/validators.js'

export function productsCollection(crm: Crm): CollectionConfig {
  const sales = allow(crm, 'admin', 'sales')
  return {
    slug: crm.slugs.products,
    labels: { singular: label('entity:product'), plural: label('entity:products') },
    lockDocuments: false,
    defaultSort: 'name',
    access: {
      read: staffOrOwn(crm, ['admin', 'sales', 'marketing'], () => ({ active: { equals: true } })),
      create: sales,
      update: sales,
      delete: sales,
    },
    admin: {
      group: 'CRM',
      useAsTitle: 'name',
      defaultColumns: ['sku', 'name', 'unit', 'price', 'taxRate', 'active'],
      listSearchableFields: ['name', 'sku'],
      components: crm.enabled ? productPages() : {},
    },
    fields: [
      requiredName('name', 'field:name', { index: true }),
      text('sku', 'field:sku', {
        unique: true,
        // Two products without a number are not twice the same number.
        hooks: {
          beforeValidate: [
            normalizeWith((value) => value.trim()),
            ({ value }) => (value === '' ? null : (value as unknown)),
          ],
        },
      }),
      textarea('description', 'field:description'),
      {
        type: 'row',
        fields: [
          money('price', 'field:price', {
            required: true,
            index: true,
            validate: validateWith(priceViolation) as NumberField['validate'],
          } as Partial<NumberField>),
          percent('taxRate', 'field:taxRate', {
            defaultValue: 19,
            validate: validateWith(taxRateViolation) as NumberField['validate'],
          } as Partial<NumberField>),
          text('unit', 'field:unit'),
        ],
      },
      { name: 'active', type: 'checkbox', defaultValue: true, index: true, label: label('field:active') },
    ],
    hooks: crm.enabled ? { beforeOperation: [lockDocuments] } : {},
  }
}
