'use client'

import {
  Button,
  useConfig,
  useDocumentDrawerContext,
  useDocumentInfo,
  useForm,
  useTranslation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useRef } from 'react'
import { useDeleteDialog } from '../deleteDialog/index.client.js'
import { useWorkspace } from '../entryWorkspace/context.js'
import styles from './index.module.css'
import { useNamedControls } from './useNamedControls.js'

/** The buttons Schließen and Löschen beside Speichern. */
export function EntryControls() {
  const { collectionSlug = '', hasDeletePermission, id } = useDocumentInfo()
  const { drawerSlug } = useDocumentDrawerContext()
  const { config } = useConfig()
  const { dispatchFields, setModified } = useForm()
  const { t } = useTranslation()
  const workspace = useWorkspace()
  const router = useRouter()
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

  const { ask, dialog } = useDeleteDialog({
    collectionSlug,
    onDeleted: () => {
      setModified(false)
      router.replace(closeHref)
      router.refresh()
    },
  })

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
          onClick={() => void ask(`?where[id][equals]=${id}`)}
          size="medium"
          type="button"
        >
          {t('general:delete')}
        </Button>
      )}
      {dialog}
    </div>
  )
}
