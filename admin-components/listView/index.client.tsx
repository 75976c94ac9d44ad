'use client'

import type { ListViewClientProps } from 'payload'
import { DefaultListView, useListDrawerContext, useListQuery } from '@payloadcms/ui'
import type { ListEntity } from '../../src/overview/areas.js'
import { DeleteSelection } from '../deleteDialog/deleteSelection.client.js'
import { EmptyList } from './emptyList.client.js'
import styles from './index.module.css'
import { RowFiguresContext, type RowFigures } from './rowFigures.client.js'

type Props = ListViewClientProps & { entity: ListEntity; figures: RowFigures }

export function CrmListViewClient({ entity, figures, ...list }: Props) {
  const { data, query } = useListQuery()
  const { isInDrawer } = useListDrawerContext()
  const isEmpty = data?.docs.length === 0 && !query.search && !query.where && !isInDrawer
  const beforeActions = [
    ...(list.beforeActions ?? []),
    <DeleteSelection
      collectionSlug={list.collectionSlug}
      key="crm-delete"
      mayDelete={list.hasDeletePermission ?? false}
    />,
  ]
  return (
    <RowFiguresContext.Provider value={figures}>
      <div className={isEmpty ? styles.empty : undefined}>
        <DefaultListView
          {...list}
          BeforeListTable={
            <>
              {list.BeforeListTable}
              {isEmpty && (
                <EmptyList entity={entity} mayCreate={list.hasCreatePermission} url={list.newDocumentURL} />
              )}
            </>
          }
          beforeActions={beforeActions}
          disableBulkDelete
        />
      </div>
    </RowFiguresContext.Provider>
  )
}
