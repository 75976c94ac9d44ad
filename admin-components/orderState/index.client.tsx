'use client'

import { Button, ConfirmationModal, toast, useFormFields, useFormModified, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { orderActions, type OrderAction, type OrderStatus } from '../../src/domain/orderLife.js'
import { useApi, type Id } from '../api.js'
import { useWorkspace } from '../entryWorkspace/context.js'
import { useSay } from '../language.js'
import { ConfirmationMail } from './confirmationMail.js'
import styles from './index.module.css'

interface Props {
  /** From which states the reader may do what. */
  from: Partial<Record<OrderAction, readonly OrderStatus[]>>
  id: Id
  mails: string
  orders: string
}

const modalSlug = 'crm-order-action'

/** Status and number, the buttons that move the order on, and what became of its confirmation mail. */
export function OrderStateClient({ from, id, mails, orders }: Props) {
  const status = useFormFields(([fields]) => fields.status?.initialValue as OrderStatus | null) ?? 'open'
  const number = useFormFields(([fields]) => fields.number?.value as string | null | undefined)
  const modified = useFormModified()
  const workspace = useWorkspace()
  const router = useRouter()
  const { openModal } = useModal()
  const api = useApi()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState<OrderAction>('confirm')
  const possible = orderActions.filter((action) => from[action]?.includes(status))

  const carryOut = async (action: OrderAction) => {
    setBusy(true)
    try {
      await api('POST', `/${orders}/${id}/${action}`)
      toast.success(say(`workspace:${action}Done`))
    } catch (error) {
      toast.error((error as Error).message)
    }
    setBusy(false)
    if (workspace) workspace.reload()
    else router.refresh()
  }
  const ask = (action: OrderAction) => {
    setAsked(action)
    openModal(modalSlug)
  }
  return (
    <section aria-label={say('field:status')} className={styles.state}>
      <div className={styles.line}>
        <span className={styles.badge} data-status={status}>
          {say(`option:${status}`)}
        </span>
        {number && (
          <span>
            {say('field:orderNumber')} <strong>{number}</strong>
          </span>
        )}
        <span className={styles.actions}>
          {possible.map((action) => (
            <Button
              buttonStyle={action === 'confirm' ? 'primary' : 'secondary'}
              disabled={modified || busy}
              id={`crm-${action}`}
              key={action}
              margin={false}
              onClick={() => ask(action)}
              size="small"
              type="button"
            >
              {say(`workspace:${action}`)}
            </Button>
          ))}
        </span>
      </div>
      {modified && possible.length > 0 && <p className={styles.hint}>{say('workspace:saveFirst')}</p>}
      {number && <ConfirmationMail id={id} mails={mails} orders={orders} status={status} />}
      <ConfirmationModal
        body={say(
          asked === 'complete' && status === 'open'
            ? 'workspace:completeOpenQuestion'
            : `workspace:${asked}Question`,
        )}
        confirmLabel={say(`workspace:${asked}`)}
        heading={say('workspace:orderAction', { action: say(`workspace:${asked}`) })}
        modalSlug={modalSlug}
        onConfirm={() => carryOut(asked)}
      />
    </section>
  )
}
