'use client'

import { Button, Drawer, useListDrawerContext, useModal } from '@payloadcms/ui'
import { useSay } from '../language.js'
import { ImportForm } from './form.client.js'
import styles from './index.module.css'

const drawerSlug = 'crm-subscriber-import'

/** Above the list of subscribers: people whose consent is on record elsewhere come in from a file. */
export function SubscriberImport(props: { listsSlug: string; subscribersSlug: string }) {
  const { isInDrawer } = useListDrawerContext()
  const { openModal } = useModal()
  const say = useSay()
  // Where a subscriber is only chosen, nobody imports.
  if (isInDrawer) return null
  return (
    <div className={styles.opener}>
      <Button
        buttonStyle="secondary"
        id="crm-import"
        margin={false}
        onClick={() => openModal(drawerSlug)}
        size="small"
      >
        {say('newsletterSending:importTitle')}
      </Button>
      <Drawer slug={drawerSlug} title={say('newsletterSending:importTitle')}>
        <ImportForm {...props} />
      </Drawer>
    </div>
  )
}
