import type { GroupField } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { label } from '../../src/i18n/translate.js'
import { allowField } from '../access/staff.js'
import { formal, text } from './text.js'

/** A bank account. Marketing never sees it: neither the values nor by asking for them in a filter. */
export function bankGroup(crm: Crm): GroupField {
  const access = {
    read: allowField(crm, 'admin', 'sales'),
    create: allowField(crm, 'admin', 'sales'),
    update: allowField(crm, 'admin', 'sales'),
  }
  return {
    name: 'bank',
    type: 'group',
    label: label('field:bank'),
    access,
    admin: { hideGutter: true },
    fields: [
      text('accountHolder', 'field:accountHolder', { access }),
      formal('iban', 'field:iban', 'iban', { access }),
      formal('bic', 'field:bic', 'bic', { access }),
      text('bankName', 'field:bankName', { access }),
    ],
  }
}
