'use client'

import { useState, type ReactNode } from 'react'
import { ConfirmationModal, toast, useConfig, useModal, useTranslation } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import type { Dependents } from '../../src/overview/dependents.js'
import { useSay } from '../language.js'
import { DeleteFacts } from './facts.client.js'
import styles from './index.module.css'

interface Options {
  collectionSlug: string
  /** Called when at least one entry is gone. */
  onDeleted: () => void
}

/**
 * Asks before entries are deleted, naming them and what hangs on them, and deletes them.
 *
 * @returns `ask` opens the dialogue for the entries that a query string (`?where[…]`) selects; `dialog` must be rendered
 */
export function useDeleteDialog({ collectionSlug, onDeleted }: Options): {
  ask: (query: string) => Promise<void>
  dialog: ReactNode
} {
  const { config } = useConfig()
  const { openModal } = useModal()
  const { i18n, t } = useTranslation()
  const texts = useSay()
  const [asked, setAsked] = useState<{ facts: Dependents; query: string } | null>(null)
  const modalSlug = `crm-delete-${collectionSlug}`
  const api = (path: '' | '/dependents') =>
    formatAdminURL({ apiRoute: config.routes.api, path: `/${collectionSlug}${path}` })
  const request = (url: string, method: string) =>
    fetch(url, { method, credentials: 'include', headers: { 'Accept-Language': i18n.language } })

  const ask = async (query: string) => {
    const answer = await request(`${api('/dependents')}${query}`, 'GET').catch(() => null)
    if (!answer?.ok) {
      toast.error(t('error:unknown'))
      return
    }
    setAsked({ facts: (await answer.json()) as Dependents, query })
    openModal(modalSlug)
  }

  const remove = async (query: string) => {
    const answer = await request(`${api('')}${query}&limit=0&depth=0`, 'DELETE').catch(() => null)
    const result = (await answer?.json().catch(() => null)) as Deletion | null
    const gone = result?.docs?.length ?? 0
    const problems = [...new Set((result?.errors ?? []).map(({ message }) => message))]
    if (gone > 0) toast.success(texts('admin:deleted', { count: gone }))
    if (problems.length > 0) toast.error(problems.join('\n'))
    if (gone === 0 && problems.length === 0) toast.error(t('error:unknown'))
    if (gone > 0) onDeleted()
  }

  const possible = (asked?.facts.going.count ?? 0) > 0
  const dialog = asked && (
    <ConfirmationModal
      className={possible ? undefined : styles.refused}
      body={<DeleteFacts facts={asked.facts} />}
      confirmLabel={possible ? texts('admin:deleteFinally') : texts('admin:understood')}
      confirmingLabel={t('general:deleting')}
      heading={texts(possible ? 'admin:deleteTitle' : 'admin:deleteRefused')}
      modalSlug={modalSlug}
      onConfirm={() => (possible ? remove(asked.query) : undefined)}
    />
  )
  return { ask, dialog }
}

interface Deletion {
  docs?: unknown[]
  errors?: { message: string }[]
}
