'use client'

import {
  Button,
  ConfirmationModal,
  toast,
  useConfig,
  useDocumentDrawerContext,
  useDocumentInfo,
  useForm,
  useFormFields,
  useModal,
  useTranslation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useRef, useState } from 'react'
import { useApi } from '../api.js'
import { useWorkspace } from '../entryWorkspace/context.js'
import { useSay } from '../language.js'
import styles from './index.module.css'
import { useNamedControls } from './useNamedControls.js'

interface Props {
  /** What goes with the document when it is deleted: slugs of collections that have a field `customer`. */
  dependents?: { activities: string; orders: string }
  titleField: string
}

const modalSlug = 'crm-delete-entry'

/** The buttons Schließen and Löschen beside Speichern. */
export function EntryControls({ dependents, titleField }: Props) {
  const { collectionSlug = '', hasDeletePermission, id } = useDocumentInfo()
  const { drawerSlug } = useDocumentDrawerContext()
  const title = useFormFields(([fields]) => fields[titleField]?.initialValue as string | undefined) ?? ''
  const { config } = useConfig()
  const { openModal } = useModal()
  const { dispatchFields, setModified } = useForm()
  const { t } = useTranslation()
  const workspace = useWorkspace()
  const router = useRouter()
  const api = useApi()
  const say = useSay()
  const [consequence, setConsequence] = useState('')
  const place = useRef<HTMLDivElement>(null)
  useNamedControls(place)
  // One click in the list has changed the open entry: the form follows, and keeps what is typed.
  const toggled = workspace?.toggled
  useEffect(() => {
    if (toggled && toggled.id === id)
      dispatchFields({ type: 'UPDATE', initialValue: toggled.done, path: 'done', value: toggled.done })
  }, [dispatchFields, id, toggled])

  const list = formatAdminURL({ adminRoute: config.routes.admin, path: `/collections/${collectionSlug}` })
  const closeHref = workspace?.closeHref ?? list

  const ask = async () => {
    setConsequence(dependents ? await consequenceOf(dependents) : '')
    openModal(modalSlug)
  }
  const consequenceOf = async ({ activities, orders }: NonNullable<Props['dependents']>) => {
    const count = async (slug: string) =>
      (await api<{ totalDocs: number }>('GET', `/${slug}/count?where[customer][equals]=${id}`)).totalDocs
    try {
      const [activityCount, orderCount] = await Promise.all([count(activities), count(orders)])
      if (activityCount + orderCount === 0) return ''
      return say('workspace:deleteWith', { activities: activityCount, orders: orderCount })
    } catch {
      // The server decides anyway; the question can do without the numbers.
      return ''
    }
  }
  const remove = async () => {
    try {
      await api('DELETE', `/${collectionSlug}/${id}`)
    } catch (error) {
      toast.error((error as Error).message)
      return
    }
    toast.success(say('workspace:deleted', { name: title }))
    setModified(false)
    router.replace(closeHref)
    router.refresh()
  }

  // A drawer has its own way out, and Payload's menu.
  if (drawerSlug) return null
  return (
    <div className={styles.controls} ref={place}>
      <Button buttonStyle="secondary" el="link" id="crm-close" margin={false} size="medium" to={closeHref}>
        {t('general:close')}
      </Button>
      {id && hasDeletePermission && (
        <Button
          buttonStyle="secondary"
          id="crm-delete"
          margin={false}
          onClick={() => void ask()}
          size="medium"
          type="button"
        >
          {t('general:delete')}
        </Button>
      )}
      <ConfirmationModal
        body={[say('workspace:deleteQuestion', { name: title }), consequence].join(' ').trim()}
        confirmLabel={t('general:delete')}
        heading={t('general:confirmDeletion')}
        modalSlug={modalSlug}
        onConfirm={remove}
      />
    </div>
  )
}
