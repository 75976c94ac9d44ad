import type { ListViewClientProps, ListViewServerProps } from 'payload'
import type { ListEntity } from '../../src/overview/areas.js'
import { countOpenActivities } from '../../src/overview/openActivities.js'
import { findCompanies } from '../../src/overview/readAsUser.js'
import { CrmListViewClient } from './index.client.js'

type Props = ListViewServerProps & { activitiesSlug: string; entity: ListEntity }

type Id = string | number

interface Row {
  id: Id
  /** Lists are read without depth: an id. */
  customer?: Id | null
}

/** Payload's list, with what its rows need from other collections, fetched once a page. */
export async function CrmListView(props: Props) {
  const { activitiesSlug, data, entity, payload, permissions, user } = props
  const docs = (data as { docs?: Row[] }).docs ?? []
  const wantsCounts = entity === 'customers' && Boolean(permissions?.collections?.[activitiesSlug]?.read)
  const ids = docs.map(({ id }) => id)
  const customers = docs.flatMap(({ customer }) =>
    customer === null || customer === undefined ? [] : [customer],
  )
  const figures = {
    openActivities: wantsCounts ? await countOpenActivities(payload, ids) : null,
    companies: await findCompanies({ payload, user: user ?? null }, customers),
  }
  return <CrmListViewClient {...clientProps(props)} entity={entity} figures={figures} />
}

/** What may go to the browser: the rest of the props is the server's. */
function clientProps(props: Props): ListViewClientProps {
  const { AfterList, AfterListTable, BeforeList, BeforeListTable, Description, Table, listMenuItems } = props
  const { collectionSlug, columnState, disableBulkEdit, disableQueryPresets, enableRowSelections } = props
  const { hasCreatePermission, hasDeletePermission, hasTrashPermission, newDocumentURL, queryPreset } = props
  const { queryPresetPermissions, renderedFilters, resolvedFilterOptions, viewType } = props
  return {
    ...{ AfterList, AfterListTable, BeforeList, BeforeListTable, Description, Table, listMenuItems },
    ...{ collectionSlug, columnState, disableBulkEdit, disableQueryPresets, enableRowSelections },
    ...{ hasCreatePermission, hasDeletePermission, hasTrashPermission, newDocumentURL, queryPreset },
    ...{ queryPresetPermissions, renderedFilters, resolvedFilterOptions, viewType },
  }
}
