'use client'

import { ConfirmationModal, useModal, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useRef } from 'react'
import { useHistorySteps } from './provider.client.js'

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
  const modalSlug = `crm-leave-by-history-${useId()}`
  /** Where the form is, in the browser's history. */
  const at = useRef<number | null>(null)
  const wanted = useRef(0)
  const way = useRef<'here' | 'returning' | 'leaving'>('here')

  const isGuarded = useRef(false)

  useEffect(() => {
    isGuarded.current = unsaved
    if (unsaved && way.current === 'here') at.current = indexNow()
  }, [unsaved])

  // Listens from the beginning and knows by itself which step is whose: coming and going with the changes, it would take
  // its own step back for one of the person.
  const onStep = useCallback(
    (event: PopStateEvent) => {
      const step = way.current
      way.current = 'here'
      if (step === 'leaving' || (step === 'here' && !isGuarded.current)) return
      event.stopImmediatePropagation()
      if (step === 'returning') return openModal(modalSlug)
      const now = indexNow()
      // A browser that does not tell the position: nearly every such step is one back.
      wanted.current = at.current === null || now === null ? -1 : now - at.current
      way.current = 'returning'
      window.history.go(-wanted.current)
    },
    [modalSlug, openModal],
  )
  useHistorySteps(onStep)

  return (
    <ConfirmationModal
      body={t('general:changesNotSaved')}
      cancelLabel={t('general:stayOnThisPage')}
      confirmLabel={t('general:leaveAnyway')}
      heading={t('general:leaveWithoutSaving')}
      modalSlug={modalSlug}
      onConfirm={() => {
        way.current = 'leaving'
        window.history.go(wanted.current)
      }}
    />
  )
}
