import type { Field, GroupField } from 'payload'
import { label } from '../../src/i18n/translate.js'
import { number } from './number.js'
import { textarea } from './text.js'

/** The words people agree to, and how long what is kept. */
export function subscriptionGroup(): GroupField {
  const texts = (name: 'de' | 'en'): GroupField => ({
    name,
    type: 'group',
    label: label(name === 'de' ? 'field:german' : 'field:english'),
    fields: [
      textarea('consentText', 'field:consentText', { admin: { description: label('hint:consentText') } }),
      textarea('trackingText', 'field:trackingText', { admin: { description: label('hint:consentText') } }),
      textarea('existingCustomerNotice', 'field:existingCustomerNotice', {
        admin: { description: label('hint:consentText') },
      }),
    ],
  })
  const limits: Field[] = [
    number('purgeDays', 'field:purgeDays', { defaultValue: 30, min: 1, max: 365 }),
    number('softBounceLimit', 'field:softBounceLimit', { defaultValue: 5, min: 1, max: 100 }),
    number('evidenceYears', 'field:evidenceYears', { defaultValue: 3, min: 1, max: 30 }),
  ]
  return {
    name: 'subscription',
    type: 'group',
    label: label('field:subscription'),
    fields: [{ type: 'row', fields: limits }, texts('de'), texts('en')],
  }
}
