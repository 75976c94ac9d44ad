'use client'

import { useConfig, useDocumentInfo, useDocumentTitle, useStepNav } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect } from 'react'
import type { TextKey } from '../../src/i18n/translate.js'
import { useSay } from '../language.js'

/** The way back from a page beside the form: to the newsletter and to the list of all. */
export function useTrail(page: TextKey): void {
  const { collectionSlug, id } = useDocumentInfo()
  const { title } = useDocumentTitle()
  const { setStepNav } = useStepNav()
  const { config } = useConfig()
  const say = useSay()
  useEffect(() => {
    const list = formatAdminURL({
      adminRoute: config.routes.admin,
      path: `/collections/${collectionSlug}`,
    })
    setStepNav([
      { label: say('entity:newsletters'), url: list },
      { label: title, url: `${list}/${id}` },
      { label: say(page) },
    ])
  }, [collectionSlug, config.routes.admin, id, page, say, setStepNav, title])
}
