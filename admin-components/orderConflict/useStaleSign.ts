'use client'

import { useFormProcessing, useModal } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/** Payload's dialogue, which can only reload: what was typed would be lost, and nobody sees what has changed. */
const nativeSlug = 'document-stale-data'

/**
 * Calls back when somebody else has saved the entry meanwhile: after each save that the server refused for it, or when
 * Payload finds out at the first change. Payload's own dialogue gives way.
 *
 * @param isRefused whether the last save was refused because of that
 */
export function useStaleSign(isRefused: boolean, onStale: () => Promise<void>): void {
  const processing = useFormProcessing()
  const { closeModal, modalState } = useModal()
  const isFound = modalState[nativeSlug]?.isOpen === true
  const isPending = useRef(false)
  const tell = useRef(onStale)
  useEffect(() => {
    tell.current = onStale
  })

  // Once a save: the mark comes with its end or just after, and a late answer about the form as it was may take it away.
  useEffect(() => {
    if (processing) isPending.current = true
    else if (isPending.current && isRefused) {
      isPending.current = false
      void tell.current()
    }
  }, [isRefused, processing])

  useEffect(() => {
    if (!isFound) return
    closeModal(nativeSlug)
    void tell.current()
  }, [closeModal, isFound])
}
