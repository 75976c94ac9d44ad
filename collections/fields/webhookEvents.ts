import type { SelectField } from 'payload'
import { webhookEvents } from '../../src/domain/webhookEvent.js'
import { label } from '../../src/i18n/translate.js'
import { webhookEventTexts } from '../../src/i18n/webhookEvents.js'

/** What a webhook can be told of, one or several. */
export function announceable(
  extras: Partial<Pick<SelectField, 'hasMany' | 'label' | 'name' | 'required'>>,
): SelectField {
  return {
    name: 'events',
    type: 'select',
    label: label('field:events'),
    options: webhookEvents.map((value) => ({ value, label: label(webhookEventTexts[value]) })),
    ...extras,
  }
}
