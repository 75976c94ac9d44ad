import { DefaultEditView } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { DocumentViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import type { CrmSlugs } from '../../src/config/slugs.js'
import type { Id } from '../api.js'
import type { EntryEntity } from '../entryWorkspace/entry.js'

type Props = DocumentViewServerProps & { entity: EntryEntity; slugs: CrmSlugs }

/**
 * The page of an activity or order is the page of its customer with the entry open. In drawers and beside the list the same
 * component is asked for the form itself; there the request's path is not the entry's.
 */
export function EntryView({ doc, entity, initPageResult, slugs, ...slots }: Props) {
  const { req } = initPageResult
  const entry = doc as { id?: Id; customer?: Id | { id: Id } | null } | null
  if (entry?.id !== undefined && entry.customer) {
    const adminRoute = req.payload.config.routes.admin
    const customer = typeof entry.customer === 'object' ? entry.customer.id : entry.customer
    const own = formatAdminURL({ adminRoute, path: `/collections/${slugs[entity]}/${entry.id}` })
    const path = `/collections/${slugs.customers}/${customer}/${entity}?entry=${entry.id}` as const
    if (req.pathname === own) redirect(formatAdminURL({ adminRoute, path }))
  }
  const {
    BeforeDocumentControls,
    Description,
    EditMenuItems,
    PreviewButton,
    PublishButton,
    SaveButton,
    SaveDraftButton,
    Status,
    UnpublishButton,
  } = slots
  return (
    <DefaultEditView
      BeforeDocumentControls={BeforeDocumentControls}
      Description={Description}
      EditMenuItems={EditMenuItems}
      PreviewButton={PreviewButton}
      PublishButton={PublishButton}
      SaveButton={SaveButton}
      SaveDraftButton={SaveDraftButton}
      Status={Status}
      UnpublishButton={UnpublishButton}
      documentSubViewType={slots.documentSubViewType}
      formState={slots.formState}
      viewType={slots.viewType}
    />
  )
}
