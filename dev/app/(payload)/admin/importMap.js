import { NameCell as NameCell_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { ColumnLabel as ColumnLabel_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { TextCell as TextCell_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { MainContactCell as MainContactCell_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { ContactLabel as ContactLabel_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { CustomerAccounts as CustomerAccounts_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { CustomerNewsletter as CustomerNewsletter_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { BouncesPanel as BouncesPanel_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { OpenActivitiesCell as OpenActivitiesCell_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { OverviewTabs as OverviewTabs_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { CustomerTabs as CustomerTabs_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { TitleOfNew as TitleOfNew_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { EntryControls as EntryControls_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { CrmSaveButton as CrmSaveButton_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { CustomerEntries as CustomerEntries_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { CrmListView as CrmListView_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { CustomerCell as CustomerCell_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { CustomerField as CustomerField_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { DayCell as DayCell_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { DayField as DayField_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { ChoiceCell as ChoiceCell_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { DoneCell as DoneCell_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { InstantCell as InstantCell_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { Invisible as Invisible_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { ContactPicker as ContactPicker_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { EntryView as EntryView_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { OrderState as OrderState_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { OrderTextField as OrderTextField_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { OrderTextareaField as OrderTextareaField_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { OrderDayField as OrderDayField_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { QuantityField as QuantityField_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { MoneyField as MoneyField_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { PercentField as PercentField_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { OrderLines as OrderLines_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { OrderSums as OrderSums_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { MoneyCell as MoneyCell_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { StateCell as StateCell_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { OrderConflict as OrderConflict_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { PercentCell as PercentCell_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { YesNoCell as YesNoCell_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { NewsletterSending as NewsletterSending_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { NewsletterTextField as NewsletterTextField_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { NewsletterContent as NewsletterContent_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { NewsletterCheckboxField as NewsletterCheckboxField_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { NewsletterAudience as NewsletterAudience_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { NewsletterStatusCell as NewsletterStatusCell_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { NewsletterPreview as NewsletterPreview_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { NewsletterPreflight as NewsletterPreflight_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { NewsletterResults as NewsletterResults_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { SubscriberEvidence as SubscriberEvidence_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { SubscriberImport as SubscriberImport_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { AccountStageField as AccountStageField_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { MailView as MailView_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { EventCell as EventCell_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { DeliveryView as DeliveryView_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { CrmIcon as CrmIcon_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { CrmLogo as CrmLogo_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { CrmNavLink as CrmNavLink_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { NativeLabels as NativeLabels_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { HistoryProvider as HistoryProvider_e39054ee83776802909f242f740aaca8 } from 'mozaikoo-crm/client'
import { CrmAgenda as CrmAgenda_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { CrmOpenOrders as CrmOpenOrders_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { CrmOrderTotals as CrmOrderTotals_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { CrmWaitingAccounts as CrmWaitingAccounts_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { CrmTroubledMails as CrmTroubledMails_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { CrmNewsletters as CrmNewsletters_7251d5c8322102da76660412ee4701ad } from 'mozaikoo-crm/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "mozaikoo-crm/client#NameCell": NameCell_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#ColumnLabel": ColumnLabel_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/rsc#TextCell": TextCell_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#MainContactCell": MainContactCell_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/client#ContactLabel": ContactLabel_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#CustomerAccounts": CustomerAccounts_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#CustomerNewsletter": CustomerNewsletter_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#BouncesPanel": BouncesPanel_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#OpenActivitiesCell": OpenActivitiesCell_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/rsc#OverviewTabs": OverviewTabs_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/client#CustomerTabs": CustomerTabs_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#TitleOfNew": TitleOfNew_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#EntryControls": EntryControls_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#CrmSaveButton": CrmSaveButton_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/rsc#CustomerEntries": CustomerEntries_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#CrmListView": CrmListView_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/client#CustomerCell": CustomerCell_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#CustomerField": CustomerField_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/rsc#DayCell": DayCell_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/client#DayField": DayField_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/rsc#ChoiceCell": ChoiceCell_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#DoneCell": DoneCell_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#InstantCell": InstantCell_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/client#Invisible": Invisible_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#ContactPicker": ContactPicker_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/rsc#EntryView": EntryView_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#OrderState": OrderState_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/client#OrderTextField": OrderTextField_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#OrderTextareaField": OrderTextareaField_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#OrderDayField": OrderDayField_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#QuantityField": QuantityField_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#MoneyField": MoneyField_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#PercentField": PercentField_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#OrderLines": OrderLines_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#OrderSums": OrderSums_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/rsc#MoneyCell": MoneyCell_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#StateCell": StateCell_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/client#OrderConflict": OrderConflict_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/rsc#PercentCell": PercentCell_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#YesNoCell": YesNoCell_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/client#NewsletterSending": NewsletterSending_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#NewsletterTextField": NewsletterTextField_e39054ee83776802909f242f740aaca8,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "mozaikoo-crm/rsc#NewsletterContent": NewsletterContent_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/client#NewsletterCheckboxField": NewsletterCheckboxField_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#NewsletterAudience": NewsletterAudience_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/rsc#NewsletterStatusCell": NewsletterStatusCell_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/client#NewsletterPreview": NewsletterPreview_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#NewsletterPreflight": NewsletterPreflight_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#NewsletterResults": NewsletterResults_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#SubscriberEvidence": SubscriberEvidence_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#SubscriberImport": SubscriberImport_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#AccountStageField": AccountStageField_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/rsc#MailView": MailView_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#EventCell": EventCell_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#DeliveryView": DeliveryView_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#CrmIcon": CrmIcon_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#CrmLogo": CrmLogo_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#CrmNavLink": CrmNavLink_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/client#NativeLabels": NativeLabels_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/client#HistoryProvider": HistoryProvider_e39054ee83776802909f242f740aaca8,
  "mozaikoo-crm/rsc#CrmAgenda": CrmAgenda_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#CrmOpenOrders": CrmOpenOrders_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#CrmOrderTotals": CrmOrderTotals_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#CrmWaitingAccounts": CrmWaitingAccounts_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#CrmTroubledMails": CrmTroubledMails_7251d5c8322102da76660412ee4701ad,
  "mozaikoo-crm/rsc#CrmNewsletters": CrmNewsletters_7251d5c8322102da76660412ee4701ad,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
