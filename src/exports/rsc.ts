/** What runs on the server and renders. Named by `src/config/componentPaths.ts`; nothing inside imports this file. */
export {
  ChoiceCell,
  DayCell,
  DoneCell,
  EventCell,
  InstantCell,
  MainContactCell,
  MoneyCell,
  NewsletterStatusCell,
  PercentCell,
  StateCell,
  TextCell,
  YesNoCell,
} from '../../admin-components/cells/index.js'
export { DeliveryView } from '../../admin-components/deliveryView/index.js'
export { CrmListView } from '../../admin-components/listView/index.js'
export { CrmIcon, CrmLogo } from '../../admin-components/logo/index.js'
export { MailView } from '../../admin-components/mailView/index.js'
export { NewsletterContent } from '../../admin-components/newsletterContent/index.js'
export { CrmNavLink } from '../../admin-components/navLink/index.js'
export { OverviewTabs } from '../../admin-components/overviewTabs/index.js'
export { CrmWaitingAccounts } from '../../admin-components/widgets/accounts.js'
export { CrmAgenda } from '../../admin-components/widgets/activities.js'
export { CrmNewsletters, CrmTroubledMails } from '../../admin-components/widgets/mailing.js'
export { CrmOpenOrders, CrmOrderTotals } from '../../admin-components/widgets/orders.js'
export { CustomerEntries } from '../../admin-components/entryWorkspace/index.js'
export { EntryView } from '../../admin-components/entryView/index.js'
export { OrderState } from '../../admin-components/orderState/index.js'
