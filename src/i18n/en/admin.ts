import type { CrmTexts } from '../de.js'

export const admin: CrmTexts['admin'] = {
  areas: 'Areas of the CRM',
  within: 'More lists: {{area}}',
  openActivities: 'Open activities',
  totalGross: 'Total',
  emptyTitle: 'Nothing here yet: {{entries}}',
  empty_customers: 'Create your first customer. A company name is enough, everything else can follow.',
  empty_activities:
    'Open a customer and note under “Activities” what you have talked about or what is still to be done.',
  empty_orders:
    'Open a customer and enter the first order under “Orders”. You choose the products from your list of products.',
  empty_products: 'Create what you sell. Orders choose from it.',
  empty_newsletters: 'Write your first newsletter. It is sent only when you say so.',
  empty_mailingLists: 'Create a mailing list, for example “News” or “Offers”.',
  empty_subscribers: 'Subscribers come by the form on your website, or you enter them.',
  empty_consents: 'As soon as somebody subscribes to a newsletter, the evidence is here.',
  empty_accounts: 'Invite contact persons of a customer, so that they see their orders themselves.',
  empty_mails: 'As soon as you confirm an order or send a newsletter, its mails are here.',
  deleteSelected: 'Delete selection ({{count}})',
  deleteTitle: 'Delete for good?',
  deleteRefused: 'This cannot be deleted',
  deleteFinally: 'Delete for good',
  deleteGoing: 'To be deleted ({{count}}):',
  deleteAlong: '{{activities}} activities and {{orders}} open orders go with them.',
  deleteKept: 'To be kept ({{count}}), because numbered orders have to be kept:',
  deleteForGood: 'This cannot be undone.',
  deleted: 'Deleted: {{count}}.',
  more: 'and {{count}} more',
  understood: 'Understood',
}
