import type { Field, GlobalConfig, GroupField, TextField } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { registrationModes } from '../src/domain/accountLife.js'
import { defaultNumberFormat, isNumberFormat } from '../src/domain/documentNumber.js'
import { isLinkTemplate } from '../src/domain/linkTemplate.js'
import { label } from '../src/i18n/translate.js'
import { accountMailKinds } from '../src/mail/mailRow.js'
import { allow } from './access/staff.js'
import { addressFields } from './fields/address.js'
import { sendingSettings } from './fields/sendingSettings.js'
import { bankGroup } from './fields/bank.js'
import { choice, language } from './fields/choice.js'
import { newsletterSettings } from './fields/newsletterSettings.js'
import { formal, text, textarea } from './fields/text.js'
import { subscriptionGroup } from './fields/subscriptionSettings.js'
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
      subscriptionGroup(),
      {
        name: 'accounts',
        type: 'group',
        label: label('field:accountSettings'),
        fields: [
          choice('registration', 'field:registration', registrationModes, { defaultValue: 'off' }),
          formal('approvalEmail', 'field:approvalEmail', 'email', {
            admin: { condition: withApproval, description: label('hint:approvalEmail') },
          }),
          {
            ...language({ label: label('field:approvalLanguage'), admin: { condition: withApproval } }),
            name: 'approvalLanguage',
          },
          text('linkTemplate', 'field:linkTemplate', {
            validate: validateWith((value) => (isLinkTemplate(value) ? null : 'linkTemplate')),
            admin: { description: label('hint:linkTemplate') },
          } as object),
          {
            name: 'confirmOrders',
            type: 'checkbox',
            defaultValue: false,
            label: label('field:confirmOrders'),
          },
        ],
      },
      newsletterSettings(crm),
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

/** What only counts while staff approves registrations. */
const withApproval = (_: unknown, accounts: { registration?: unknown } | undefined) =>
  accounts?.registration === 'approval'

/** Subject, first and last paragraph of each kind of mail. */
function mailTexts(): Field[] {
  const texts = (name: string, groupLabel: GroupField['label']): Field => ({
    name,
    type: 'group',
    label: groupLabel,
    fields: [
      text('subject', 'field:subject'),
      textarea('intro', 'field:intro'),
      textarea('closing', 'field:closing'),
    ],
  })
  return [
    texts('orderConfirmation', label('field:confirmation')),
    ...accountMailKinds.map((kind) => texts(kind, label(`option:${kind}`))),
  ]
}
