'use client'

import { useConfig, useRouteCache, useSelection, useListQuery } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { mergeListSearchAndWhere } from 'payload/shared'
import { useSay } from '../language.js'
import { useDeleteDialog } from './index.client.js'
import styles from './index.module.css'

/** The symbol that appears beside the search bar as soon as entries are selected. */
export function DeleteSelection({
  collectionSlug,
  mayDelete,
}: {
  collectionSlug: string
  mayDelete: boolean
}) {
  const texts = useSay()
  const router = useRouter()
  const { clearRouteCache } = useRouteCache()
  const { query } = useListQuery()
  const { getEntityConfig } = useConfig()
  const { count, getQueryParams, selectAll, toggleAll } = useSelection()
  const { ask, dialog } = useDeleteDialog({
    collectionSlug,
    onDeleted: () => {
      toggleAll()
      clearRouteCache()
      router.refresh()
    },
  })
  // Everything that was found is selected: the search is part of what was found.
  const search = String(selectAll) === 'allAvailable' ? query.search : undefined
  const found = search
    ? mergeListSearchAndWhere({ collectionConfig: getEntityConfig({ collectionSlug }), search })
    : undefined
  return (
    <>
      {mayDelete && count > 0 && (
        <button
          className={styles.symbol}
          id="crm-delete-selected"
          onClick={() => void ask(getQueryParams(found))}
          title={texts('admin:deleteSelected', { count })}
          type="button"
        >
          <svg
            aria-hidden="true"
            fill="none"
            height="16"
            stroke="currentColor"
            strokeWidth="1.4"
            viewBox="0 0 16 16"
            width="16"
          >
            <path d="M2.5 4h11M6 4V2.5h4V4M4 4l.7 9.5h6.6L12 4M6.7 6.5v4.5M9.3 6.5v4.5" />
          </svg>
          <span className={styles.unseen}>{texts('admin:deleteSelected', { count })}</span>
          <span aria-hidden>{count}</span>
        </button>
      )}
      {dialog}
    </>
  )
}
