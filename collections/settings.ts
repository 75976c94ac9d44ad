import type { Field, GlobalConfig, TextField } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { defaultNumberFormat, isNumberFormat } from '../src/domain/documentNumber.js'
import { label } from '../src/i18n/translate.js'
import { allow } from './access/staff.js'
import { addressFields } from './fields/address.js'
import { sendingSettings } from './fields/sendingSettings.js'
import { bankGroup } from './fields/bank.js'
import { choice } from './fields/choice.js'
import { formal, text, textarea } from './fields/text.js'
import { validateWith } from './fields/validators.js'

export function settingsGlobal(crm: Crm): GlobalConfig {
  return {
    slug: crm.slugs.settings,
    label: label('entity:settings'),
    lockDocuments: false,
    access: { read: allow(crm, 'admin', 'sales', 'marketing'), update: allow(crm, 'admin') },
    admin: { group: 'CRM' },
    fields: [
      {
        name: 'sender',
        type: 'group',
        label: label('field:sender'),
        fields: [
          text('name', 'field:name'),
          formal('email', 'field:email', 'email'),
          formal('replyTo', 'field:replyTo', 'email'),
        ],
      },
      {
        name: 'company',
        type: 'group',
        label: label('field:companyData'),
        fields: [
          text('name', 'field:companyName'),
          ...addressFields(),
          {
            type: 'row',
            fields: [
              text('phone', 'field:phone'),
              formal('email', 'field:email', 'email'),
              text('website', 'field:website'),
            ],
          },
          text('managingDirectors', 'field:managingDirectors'),
          {
            type: 'row',
            fields: [
              text('registerCourt', 'field:registerCourt'),
              text('registerNumber', 'field:registerNumber'),
            ],
          },
          {
            type: 'row',
            fields: [formal('vatId', 'field:vatId', 'vatId'), text('taxNumber', 'field:taxNumber')],
          },
        ],
      },
      bankGroup(crm),
      {
        name: 'orders',
        type: 'group',
        label: label('field:orderSettings'),
        fields: [
          text('numberFormat', 'field:numberFormat', {
            defaultValue: defaultNumberFormat,
            validate: validateWith((value) =>
              typeof value === 'string' && isNumberFormat(value) ? null : 'numberFormat',
            ) as TextField['validate'],
            admin: { description: label('hint:numberFormat') },
          } as object),
          choice('priceMode', 'field:priceMode', ['net', 'gross'], { defaultValue: crm.prices }),
        ],
      },
      sendingSettings(),
      {
        name: 'mailTexts',
        type: 'group',
        label: label('field:mailTexts'),
        admin: { description: label('hint:mailIntro') },
        fields: [
          { name: 'de', type: 'group', label: label('field:german'), fields: mailTexts() },
          { name: 'en', type: 'group', label: label('field:english'), fields: mailTexts() },
        ],
      },
    ],
  }
}

function mailTexts(): Field[] {
  return [
    {
      name: 'orderConfirmation',
      type: 'group',
      label: label('field:confirmation'),
      fields: [
        text('subject', 'field:subject'),
        textarea('intro', 'field:intro'),
        textarea('closing', 'field:closing'),
      ],
    },
  ]
}
