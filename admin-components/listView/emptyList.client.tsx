'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import type { ListEntity } from '../../src/overview/areas.js'
import { useSay } from '../language.js'
import styles from './index.module.css'

/** An empty list says what belongs into it and how the first entry gets there. */
export function EmptyList({
  entity,
  mayCreate,
  url,
}: {
  entity: ListEntity
  mayCreate: boolean
  url: string
}) {
  const texts = useSay()
  const { t } = useTranslation()
  return (
    <div className={styles.hint}>
      <h2>{texts('admin:emptyTitle', { entries: texts(`entity:${entity}`) })}</h2>
      <p>{texts(`admin:empty_${entity}`)}</p>
      {mayCreate && (
        <Button el="link" margin={false} to={url}>
          {t('general:createNew')}
        </Button>
      )}
    </div>
  )
}
