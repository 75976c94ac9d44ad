import type { CrmTexts } from '../de.js'

export const hint: CrmTexts['hint'] = {
  mainContact: 'The first contact person is the main contact.',
  cents: 'In cents: €12.50 is 1250.',
  numberFormat:
    '{YYYY}, {YY}, {MM} and one counter like {00000}; with a year it starts again at 1 each year.',
  mailIntro: 'Leave empty for the standard text.',
  consentText: 'Leave empty for the default text. {{company}} becomes the name of the company.',
}
