'use client'

import { ConfirmationModal, useModal, useTranslation } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

const modalSlug = 'crm-leave-by-history'

interface NavigationApi {
  currentEntry?: { index: number } | null
}
const indexNow = (): number | null =>
  (window as { navigation?: NavigationApi }).navigation?.currentEntry?.index ?? null

/**
 * Asks before the browser's back or forward button leaves a form with unsaved changes. Payload asks at links and when the
 * page is unloaded; a step in the history is neither.
 *
 * When we hear of the step, the address has changed already. So the router is kept from hearing of it, the step is taken
 * back, and taken again when the person wants it.
 */
export function HistoryGuard({ unsaved }: { unsaved: boolean }) {
  const { openModal } = useModal()
  const { t } = useTranslation()
  const wanted = useRef(0)
  const leaving = useRef(false)

  useEffect(() => {
    if (!unsaved) return
    const at = indexNow()
    let restoring = false
    const onPopState = (event: PopStateEvent) => {
      if (leaving.current) return
      event.stopImmediatePropagation()
      if (restoring) {
        restoring = false
        openModal(modalSlug)
        return
      }
      const now = indexNow()
      // A browser that does not tell the position: nearly every such step is one back.
      wanted.current = at === null || now === null ? -1 : now - at
      restoring = true
      window.history.go(-wanted.current)
    }
    window.addEventListener('popstate', onPopState, true)
    return () => window.removeEventListener('popstate', onPopState, true)
  }, [openModal, unsaved])

  return (
    <ConfirmationModal
      body={t('general:changesNotSaved')}
      cancelLabel={t('general:stayOnThisPage')}
      confirmLabel={t('general:leaveAnyway')}
      heading={t('general:leaveWithoutSaving')}
      modalSlug={modalSlug}
      onConfirm={() => {
        leaving.current = true
        window.history.go(wanted.current)
      }}
    />
  )
}
