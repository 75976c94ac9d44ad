'use client'

import type { DefaultCellComponentProps } from 'payload'
import { FieldLabel, Link, useConfig, useListDrawerContext } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import type { TextKey } from '../../src/i18n/translate.js'
import { workspaceUrl, type Workspace } from '../../src/overview/workspaceUrl.js'
import { useRowFigures } from '../listView/rowFigures.client.js'
import { useSay } from '../language.js'
import styles from './index.module.css'

type NameProps = Pick<DefaultCellComponentProps, 'collectionSlug' | 'rowData'> & {
  cellData?: string
  /** Where the entry is edited, unless in its own form. */
  workspace?: Workspace
}

/** The name of an entry, which opens it; in a list to choose from it chooses. */
export function NameCell({ cellData, collectionSlug, rowData, workspace }: NameProps) {
  const { config } = useConfig()
  const { isInDrawer, onSelect } = useListDrawerContext()
  const doc = rowData as Record<string, unknown> & { id: string | number }
  const name = cellData || String(doc.id)
  if (isInDrawer)
    return onSelect ? (
      <button
        className={styles.choose}
        onClick={() => onSelect({ collectionSlug, doc, docID: String(doc.id) })}
        type="button"
      >
        {name}
      </button>
    ) : (
      <span>{name}</span>
    )
  const adminRoute = config.routes.admin
  const own = formatAdminURL({
    adminRoute,
    path: `/collections/${collectionSlug}/${encodeURIComponent(doc.id)}`,
  })
  return (
    <Link href={(workspace && workspaceUrl(adminRoute, workspace, doc)) ?? own} prefetch={false}>
      {name}
    </Link>
  )
}

/** How many activities of a customer are open. */
export function OpenActivitiesCell({ rowData }: Pick<DefaultCellComponentProps, 'rowData'>) {
  const counts = useRowFigures().openActivities
  const id = String((rowData as { id: string | number }).id)
  return <span className={styles.number}>{counts ? (counts[id] ?? 0) : '–'}</span>
}

/** The customer an entry belongs to, by company; it leads to the customer's page. */
export function CustomerCell({
  cellData,
  customersSlug,
}: {
  cellData?: string | number
  customersSlug: string
}) {
  const { config } = useConfig()
  const { isInDrawer } = useListDrawerContext()
  const { companies } = useRowFigures()
  if (cellData === undefined || cellData === null) return <span className={styles.nothing}>–</span>
  const company = companies[String(cellData)] ?? String(cellData)
  if (isInDrawer) return <span>{company}</span>
  const path = `/collections/${customersSlug}/${encodeURIComponent(cellData)}` as const
  return (
    <Link href={formatAdminURL({ adminRoute: config.routes.admin, path })} prefetch={false}>
      {company}
    </Link>
  )
}

interface LabelProps {
  field: { required?: boolean }
  /** Only in forms. */
  path?: string
  short: TextKey
}

/** Names a nested field in its form, and heads its column with that name alone, without its group's. */
export function ColumnLabel({ field, path, short }: LabelProps) {
  const texts = useSay()
  if (path === undefined) return <>{texts(short)}</>
  return <FieldLabel label={texts(short)} path={path} required={field.required ?? false} />
}
