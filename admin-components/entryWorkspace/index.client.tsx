'use client'

import { toast, useConfig, useDocumentEvents, useStepNav } from '@payloadcms/ui'
import { usePathname, useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useApi, type Id } from '../api.js'
import { useSay } from '../language.js'
import { WorkspaceContext, type Workspace } from './context.js'
import { EntryDetail } from './entryDetail.js'
import { EntryList } from './entryList.js'
import type { Entry, EntryEntity } from './entry.js'
import styles from './index.module.css'

interface Props {
  canCreate: boolean
  canUpdate: boolean
  company: string
  customer: Id
  customers: string
  entity: EntryEntity
  entries: Entry[]
  /** The address names an entry that this customer does not have. */
  missing: boolean
  /** How many entries to ask for to see more of them. */
  more: number | null
  open: Id | null
  slug: string
  total: number
}

/** The list on the left, the form of the open entry on the right. What is open stands in the address. */
export function EntryWorkspace(props: Props) {
  const { company, customer, customers, entity, entries, missing, open, slug } = props
  const base = usePathname()
  const router = useRouter()
  const api = useApi()
  const say = useSay()
  const unsaved = useRef(false)
  const [version, setVersion] = useState(0)
  const [toggled, setToggled] = useState<Workspace['toggled']>(null)
  useBreadcrumb(company, customer, customers, entity)
  useFollowSaves(slug, base)

  const reload = useCallback(() => {
    setVersion((previous) => previous + 1)
    router.refresh()
  }, [router])
  const setUnsaved = useCallback((now: boolean) => {
    unsaved.current = now
  }, [])
  const workspace = useMemo(
    () => ({ customer, closeHref: base, setUnsaved, reload, toggled }),
    [base, customer, reload, setUnsaved, toggled],
  )

  const toggle = async (entry: Entry) => {
    try {
      await api('PATCH', `/${slug}/${entry.id}?depth=0`, { done: !entry.done })
    } catch (error) {
      toast.error((error as Error).message)
      return
    }
    // An open form takes the change over: reading it anew would throw away what is typed.
    if (entry.id !== open) router.refresh()
    else if (unsaved.current) {
      setToggled({ id: entry.id, done: !entry.done })
      router.refresh()
    } else reload()
  }

  return (
    <WorkspaceContext value={workspace}>
      <div className={styles.workspace} data-open={open !== null || missing}>
        <EntryList
          {...props}
          base={base}
          onToggle={entity === 'activities' && props.canUpdate ? toggle : undefined}
        />
        <section
          aria-label={say(entity === 'activities' ? 'entity:activity' : 'entity:order')}
          className={styles.detail}
        >
          {open === null ? (
            <p className={styles.empty}>{say(emptyText(entity, missing, entries.length))}</p>
          ) : (
            <EntryDetail customer={customer} entity={entity} entry={open} slug={slug} version={version} />
          )}
        </section>
      </div>
    </WorkspaceContext>
  )
}

function emptyText(entity: EntryEntity, missing: boolean, count: number) {
  if (missing) return 'workspace:missing' as const
  if (entity === 'activities') return count === 0 ? 'workspace:noActivity' : 'workspace:chooseActivity'
  return count === 0 ? 'workspace:noOrder' : 'workspace:chooseOrder'
}

/** The form inside sets the breadcrumb of its own collection; ours leads back to the customer. */
function useBreadcrumb(company: string, customer: Id, customers: string, entity: EntryEntity) {
  const { setStepNav, stepNav } = useStepNav()
  const { config } = useConfig()
  const say = useSay()
  useEffect(() => {
    const adminRoute = config.routes.admin
    const list = formatAdminURL({ adminRoute, path: `/collections/${customers}` })
    const ours = [
      { label: say('entity:customers'), url: list },
      { label: company, url: `${list}/${customer}` },
      { label: say(`entity:${entity}`) },
    ]
    if (JSON.stringify(stepNav) !== JSON.stringify(ours)) setStepNav(ours)
  }, [company, config.routes.admin, customer, customers, entity, say, setStepNav, stepNav])
}

/** What was saved stands in the list at once; a new entry becomes the open one. */
function useFollowSaves(slug: string, base: string) {
  const router = useRouter()
  const { mostRecentUpdate } = useDocumentEvents()
  const seen = useRef(mostRecentUpdate)
  useEffect(() => {
    if (mostRecentUpdate === seen.current) return
    seen.current = mostRecentUpdate
    if (mostRecentUpdate?.entitySlug !== slug) return
    const { doc, drawerSlug, operation } = mostRecentUpdate
    if (operation === 'create' && !drawerSlug && doc) router.replace(`${base}?entry=${doc.id}`)
    else router.refresh()
  }, [base, mostRecentUpdate, router, slug])
}
