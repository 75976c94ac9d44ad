import type { GroupField, NumberField } from 'payload'
import { hosters } from '../../src/domain/hosterLimits.js'
import { label, type TextKey } from '../../src/i18n/translate.js'
import { choice } from './choice.js'
import { number } from './number.js'
import { formal } from './text.js'

type CampaignKey = Extract<TextKey, `campaign:${string}`>

/** How newsletters go out: the limits of the mail server, the vanguard, the mailbox for bounces. */
export function sendingSettings(): GroupField {
  const count = (name: string, labelKey: CampaignKey, extras: Partial<NumberField> = {}) =>
    number(name, labelKey, { min: 0, ...extras })
  return {
    name: 'sending',
    type: 'group',
    label: label('campaign:sendingSettings'),
    fields: [
      choice('preset', 'campaign:preset', hosters, {
        defaultValue: 'noLimits',
        admin: { description: label('campaign:presetHint') },
      }),
      {
        type: 'row',
        fields: [
          count('perSecond', 'campaign:perSecond'),
          count('perMinute', 'campaign:perMinute'),
          count('perHour', 'campaign:perHour'),
          count('perDay', 'campaign:perDay'),
        ],
      },
      {
        type: 'row',
        fields: [
          count('canarySize', 'campaign:canarySize', {
            admin: { description: label('campaign:canaryHint') },
          }),
          count('canaryPercent', 'campaign:canaryPercent', { max: 100, defaultValue: 10 }),
        ],
      },
      formal('bounceAddress', 'campaign:bounceAddress', 'email', {
        admin: { description: label('campaign:bounceHint') },
      }),
    ],
  }
}
