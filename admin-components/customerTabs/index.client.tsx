'use client'

import { Link, useAuth, useConfig, useDocumentDrawerContext, useDocumentInfo } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import type { EntryEntity } from '../entryWorkspace/entry.js'
import { useSay } from '../language.js'
import styles from './index.module.css'

interface Props {
  slugs: { customers: string } & Record<EntryEntity, string>
}

/** The Reiter of a customer. Before the customer is saved there is nothing the last two could belong to: they say so. */
export function CustomerTabs({ slugs }: Props) {
  const { collectionSlug, id } = useDocumentInfo()
  const { drawerSlug } = useDocumentDrawerContext()
  const { permissions } = useAuth()
  const { config } = useConfig()
  const pathname = usePathname()
  const say = useSay()
  // Payload shows the same slot above the list, and in drawers.
  if (collectionSlug !== slugs.customers || drawerSlug) return null

  const base = formatAdminURL({
    adminRoute: config.routes.admin,
    path: `/collections/${slugs.customers}/${id ?? 'create'}`,
  })
  const entries = (['activities', 'orders'] as const).filter(
    (entity) => permissions?.collections?.[slugs[entity]]?.read,
  )
  const current = entries.find((entity) => pathname === `${base}/${entity}`)
  return (
    <nav aria-label={say('workspace:tabs')} className={styles.tabs}>
      <Link aria-current={current ? undefined : 'page'} className={styles.tab} href={base} prefetch={false}>
        {say('workspace:masterData')}
      </Link>
      {entries.map((entity) =>
        id ? (
          <Link
            aria-current={current === entity ? 'page' : undefined}
            className={styles.tab}
            href={`${base}/${entity}`}
            key={entity}
            prefetch={false}
          >
            {say(`entity:${entity}`)}
          </Link>
        ) : (
          <span
            aria-describedby="crm-tabs-locked"
            aria-disabled
            className={styles.tab}
            key={entity}
            role="link"
            tabIndex={0}
            title={say('workspace:locked')}
          >
            <Lock /> {say(`entity:${entity}`)}
          </span>
        ),
      )}
      {!id && entries.length > 0 && (
        <span className={styles.reason} id="crm-tabs-locked">
          {say('workspace:locked')}
        </span>
      )}
    </nav>
  )
}

function Lock() {
  return (
    <svg aria-hidden height="12" viewBox="0 0 12 12" width="12">
      <path d="M3.5 5V3.5a2.5 2.5 0 0 1 5 0V5" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <rect fill="currentColor" height="6" rx="1" width="8" x="2" y="5" />
    </svg>
  )
}
