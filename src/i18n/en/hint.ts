import type { CrmTexts } from '../de.js'

export const hint: CrmTexts['hint'] = {
  mainContact: 'The first contact person is the main contact.',
  numberFormat:
    '{YYYY}, {YY}, {MM} and one counter like {00000}; with a year it starts again at 1 each year.',
  mailIntro: 'Leave empty for the standard text.',
  approvalEmail:
    'An e-mail goes there as soon as a registration waits for approval. Leave empty for the company’s e-mail address.',
  linkTemplate:
    'Leave empty for the built-in pages. Otherwise an address of your shop with {action} and {token}, for example https://shop.example.com/account/{action}?token={token}.',
  webhookUrl: 'With https://. Nothing is sent into private networks.',
  webhookSecret:
    'Not shown again once it is saved. Leave it empty, and one is made and told once in the answer to its creation (API).',
  suppressedAddress:
    'An address you enter here gets no newsletter any more, not after an import or a new sign-up either, until an administrator deletes the entry. Somebody who is a subscriber is unsubscribed.',
  consentText: 'Leave empty for the default text. {{company}} becomes the name of the company.',
}
