'use client'

import { ConfirmationModal, useModal, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useRef } from 'react'
import { useHistorySteps } from './provider.client.js'
import { indexNow } from './steps.js'

/**
 * Asks before the browser's back or forward button leaves a form with unsaved changes. Payload asks at links and when the
 * page is unloaded; a step in the history is neither.
 */
export function HistoryGuard({ unsaved }: { unsaved: boolean }) {
  const { openModal } = useModal()
  const { t } = useTranslation()
  const steps = useHistorySteps()
  const modalSlug = `crm-leave-by-history-${useId()}`
  const state = useRef({ unsaved, at: null as number | null, ask: () => {} })

  useEffect(() => {
    state.current.ask = () => openModal(modalSlug)
  }, [modalSlug, openModal])
  useEffect(() => {
    state.current.unsaved = unsaved
    if (unsaved && steps?.isHere) state.current.at = indexNow()
  }, [steps, unsaved])
  // From the beginning, so that of two forms the upper one is the later one.
  useEffect(
    () =>
      steps?.guard({
        isUnsaved: () => state.current.unsaved,
        at: () => state.current.at,
        ask: () => state.current.ask(),
      }),
    [steps],
  )

  return (
    <ConfirmationModal
      body={t('general:changesNotSaved')}
      cancelLabel={t('general:stayOnThisPage')}
      confirmLabel={t('general:leaveAnyway')}
      heading={t('general:leaveWithoutSaving')}
      modalSlug={modalSlug}
      onConfirm={() => steps?.leave()}
    />
  )
}
