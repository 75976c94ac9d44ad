'use client'

import { useModal, useServerFunctions } from '@payloadcms/ui'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Id } from '../api.js'
import { useSay } from '../language.js'
import { useWorkspace } from './context.js'
import type { EntryEntity } from './entry.js'
import styles from './index.module.css'

interface Props {
  customer: Id
  entity: EntryEntity
  entry: Id
  slug: string
  /** Counted up to fetch the entry anew. */
  version: number
}

interface Shown {
  key: string
  document: ReactNode
}

/** Payload's own form of the entry. The one before stays to be seen, not to be used, until the next has come. */
export function EntryDetail({ customer, entity, entry, slug, version }: Props) {
  const { renderDocument } = useServerFunctions()
  const say = useSay()
  const [shown, setShown] = useState<Shown | null>(null)
  const [failed, setFailed] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const key = `${slug}-${entry}-${version}`
  useReloadOfStaleForm(entity)

  // A refresh of the page gives another function. It is no reason to fetch the form anew: that would throw away what is typed.
  const render = useRef(renderDocument)
  useEffect(() => {
    render.current = renderDocument
  }, [renderDocument])

  useEffect(() => {
    const controller = new AbortController()
    setFailed(false)
    render
      .current({
        collectionSlug: slug,
        disableActions: true,
        drawerSlug: 'crm-inline',
        initialData: { customer },
        overrideEntityVisibility: true,
        redirectAfterCreate: false,
        redirectAfterDelete: false,
        redirectAfterDuplicate: false,
        signal: controller.signal,
        // Payload's type leaves out what its own drawers do: without an id the form is empty.
        docID: (entry === 'new' ? undefined : entry) as Id,
      })
      .then((result) => {
        if (!controller.signal.aborted) setShown({ key, document: result.Document })
      })
      .catch(() => {
        if (!controller.signal.aborted) setFailed(true)
      })
    return () => controller.abort()
  }, [customer, entry, key, slug])

  const ready = shown?.key === key
  useEffect(() => {
    if (ready && entry === 'new') box.current?.querySelector<HTMLInputElement>('#field-name')?.focus()
  }, [entry, ready])

  if (failed) return <p className={styles.empty}>{say('workspace:offline')}</p>
  return (
    <div aria-busy={!ready} className={styles.form} inert={!ready} ref={box}>
      {shown ? (
        <div key={shown.key}>{shown.document}</div>
      ) : (
        <p className={styles.empty}>{say('workspace:loading')}</p>
      )}
    </div>
  )
}

/**
 * Payload says when somebody else has saved meanwhile and refreshes the page; our form has to be fetched beside it. An order
 * has a dialogue of its own, and what is typed stays.
 */
function useReloadOfStaleForm(entity: EntryEntity) {
  const workspace = useWorkspace()
  const { modalState } = useModal()
  const isOpen = modalState['document-stale-data']?.isOpen === true
  const wasOpen = useRef(false)
  useEffect(() => {
    if (entity !== 'orders' && wasOpen.current && !isOpen) workspace?.reload()
    wasOpen.current = isOpen
  }, [entity, isOpen, workspace])
}
