'use client'

import {
  FormSubmit,
  toast,
  useDocumentInfo,
  useEditDepth,
  useForm,
  useFormModified,
  useFormProcessing,
  useFormSubmitted,
  useHotkey,
  useOperation,
  useTranslation,
} from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { isUnreadable } from '../../src/domain/unreadable.js'
import { useWorkspace } from '../entryWorkspace/context.js'
import { HistoryGuard } from '../historyGuard/index.client.js'
import { useSay } from '../language.js'
import { useHeldMarks } from './useHeldMarks.js'

/** Saves, unless a field holds what nobody can read; and keeps what is unsaved from being lost. */
export function CrmSaveButton() {
  const { t } = useTranslation()
  const { getFields, setModified, submit } = useForm()
  const modified = useFormModified()
  const submitted = useFormSubmitted()
  const processing = useFormProcessing()
  const { hasSavePermission } = useDocumentInfo()
  const operation = useOperation()
  const workspace = useWorkspace()
  const depth = useEditDepth() - (workspace ? 1 : 0)
  const say = useSay()
  const button = useRef<HTMLButtonElement>(null)
  const disabled = operation === 'update' && !modified
  useHeldMarks()

  // A refused save leaves everything unsaved, whatever the form says.
  useEffect(() => {
    if (submitted && !processing && !modified) setModified(true)
  }, [modified, processing, setModified, submitted])

  useEffect(() => {
    workspace?.setUnsaved(modified)
    return () => workspace?.setUnsaved(false)
  }, [modified, workspace])

  const save = () => {
    const broken = Object.entries(getFields()).find(([, field]) => isUnreadable(field.value))
    if (!broken) return void submit()
    toast.error(say('workspace:unreadable'))
    document.getElementById(`field-${broken[0].replaceAll('.', '__')}`)?.focus()
  }

  useHotkey({ cmdCtrlKey: true, editDepth: depth, keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    event.stopPropagation()
    button.current?.click()
  })

  if (!hasSavePermission) return null
  return (
    <>
      <FormSubmit
        buttonId="action-save"
        disabled={disabled}
        onClick={save}
        ref={button}
        size="medium"
        type="button"
      >
        {t('general:save')}
      </FormSubmit>
      <HistoryGuard unsaved={modified && !processing} />
    </>
  )
}
