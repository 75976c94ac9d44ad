'use client'

import { Button, ConfirmationModal, toast, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useId } from 'react'
import { useApi } from '../api.js'
import { useSay } from '../language.js'

/** For somebody who calls or writes to get no more newsletters. Asked about first: only the person can undo it. */
export function Unsubscribe({ path }: { path: `/${string}` }) {
  const api = useApi()
  const say = useSay()
  const router = useRouter()
  const { openModal } = useModal()
  const modalSlug = `crm-unsubscribe-${useId()}`
  const carryOut = async () => {
    try {
      await api('POST', path)
      toast.success(say('people:unsubscribed'))
    } catch (error) {
      toast.error((error as Error).message)
    }
    router.refresh()
  }
  return (
    <>
      <Button
        buttonStyle="secondary"
        id="crm-unsubscribe"
        margin={false}
        onClick={() => openModal(modalSlug)}
        size="small"
        type="button"
      >
        {say('people:unsubscribe')}
      </Button>
      <ConfirmationModal
        body={say('people:askUnsubscribeBody')}
        cancelLabel={say('newsletterSending:close')}
        confirmLabel={say('people:unsubscribe')}
        heading={say('people:askUnsubscribe')}
        modalSlug={modalSlug}
        onConfirm={carryOut}
      />
    </>
  )
}
