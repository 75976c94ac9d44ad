import type { GroupField, TextFieldSingleValidation } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { trackingModes } from '../../src/domain/tracking.js'
import { label, say } from '../../src/i18n/translate.js'
import { isColour } from '../../src/mail/newsletter/letterStyle.js'
import { choice } from './choice.js'

/** What all newsletters share: logo, colour and the words above the Impressum. */
export function newsletterSettings(crm: Crm): GroupField {
  const validate: TextFieldSingleValidation = (value, { req }) =>
    !value || isColour(value) || say(req, 'newsletter:invalidColour')
  return {
    name: 'newsletter',
    type: 'group',
    label: label('newsletter:settings'),
    fields: [
      {
        name: 'logo',
        type: 'upload',
        relationTo: crm.slugs.newsletterImages,
        label: label('newsletter:logo'),
      },
      { name: 'accent', type: 'text', label: label('newsletter:accent'), validate },
      {
        name: 'dkimSelector',
        type: 'text',
        label: label('newsletter:dkimSelector'),
        admin: { description: label('newsletter:dkimSelectorHint') },
      },
      {
        name: 'checkLinks',
        type: 'checkbox',
        defaultValue: false,
        label: label('field:checkLinks'),
        admin: { description: label('newsletterCheck:checkLinksHint') },
      },
      choice('tracking', 'field:tracking', trackingModes, {
        defaultValue: 'off',
        admin: { description: label('tracking:hint') },
      }),
      {
        name: 'de',
        type: 'group',
        label: label('field:german'),
        fields: [{ name: 'footer', type: 'textarea', label: label('newsletter:footer') }],
      },
      {
        name: 'en',
        type: 'group',
        label: label('field:english'),
        fields: [{ name: 'footer', type: 'textarea', label: label('newsletter:footer') }],
      },
    ],
  }
}
