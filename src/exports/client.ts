/** What runs in the browser. Named by `src/config/componentPaths.ts`; nothing inside imports this file. */
export {
  ColumnLabel,
  CustomerCell,
  NameCell,
  OpenActivitiesCell,
} from '../../admin-components/cells/index.client.js'
export { NativeLabels } from '../../admin-components/nativeLabels/index.client.js'
export { ContactLabel } from '../../admin-components/contactLabel/index.client.js'
export { ContactPicker } from '../../admin-components/contactPicker/index.client.js'
export { CustomerField } from '../../admin-components/customerField/index.client.js'
export { CustomerTabs } from '../../admin-components/customerTabs/index.client.js'
export { EntryControls } from '../../admin-components/entryControls/index.client.js'
export { HistoryProvider } from '../../admin-components/historyGuard/provider.client.js'
export { Invisible } from '../../admin-components/invisible/index.client.js'
export { TitleOfNew } from '../../admin-components/titleOfNew/index.client.js'
export { CrmSaveButton } from '../../admin-components/saveButton/index.client.js'
export {
  DayField,
  MoneyField,
  PercentField,
  QuantityField,
} from '../../admin-components/typedField/index.client.js'
export { OrderConflict } from '../../admin-components/orderConflict/index.client.js'
export { OrderLines } from '../../admin-components/orderLines/index.client.js'
export { OrderSums } from '../../admin-components/orderSums/index.client.js'
export {
  OrderDayField,
  OrderTextareaField,
  OrderTextField,
} from '../../admin-components/orderText/index.client.js'
export { BouncesPanel } from '../../admin-components/bouncesPanel/index.client.js'
export { AccountStageField } from '../../admin-components/accountStage/index.client.js'
export { CustomerNewsletter } from '../../admin-components/customerNewsletter/index.client.js'
export { CustomerAccounts } from '../../admin-components/customerAccounts/index.client.js'
export { NewsletterAudience } from '../../admin-components/newsletterAudience/index.client.js'
export { NewsletterPreflight } from '../../admin-components/newsletterPreflight/index.client.js'
export { NewsletterPreview } from '../../admin-components/newsletterPreview/index.client.js'
export { NewsletterSending } from '../../admin-components/newsletterSending/index.client.js'
export {
  NewsletterCheckboxField,
  NewsletterTextField,
} from '../../admin-components/newsletterWriting/index.client.js'
export { SubscriberEvidence } from '../../admin-components/subscriberEvidence/index.client.js'
export { SubscriberImport } from '../../admin-components/subscriberImport/index.client.js'
export { NewsletterResults } from '../../admin-components/newsletterResults/index.client.js'
