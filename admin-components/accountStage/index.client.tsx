'use client'

import { Button, toast, useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui'
import { useState } from 'react'
import { accountStage, type AccountState } from '../../src/domain/accountLife.js'
import { useApi, type Id } from '../api.js'
import { useSay } from '../language.js'
import { StateDot } from '../stateDot/index.js'
import styles from './index.module.css'
import { actionsOf, actionTexts, stageTexts, type AccountAction } from './stages.js'

/** At the head of an account: where it stands, and what staff can do about it. */
export function AccountStageField({ accountsSlug }: { accountsSlug: string }) {
  const { id } = useDocumentInfo()
  const { reset, setModified } = useForm()
  const say = useSay()
  const api = useApi()
  const [busy, setBusy] = useState(false)
  const state = {
    status: useValue('status'),
    origin: useValue('origin'),
    verifiedAt: useValue('verifiedAt'),
  } as AccountState
  const customer = useValue('customer') as Id | null | undefined
  if (id === undefined) return null

  const stage = accountStage(state)
  const act = async (action: AccountAction) => {
    setBusy(true)
    try {
      // The customer that is chosen in the form counts, saved or not.
      const body = action === 'approve' && customer ? { customer } : {}
      const { doc } = await api<{ doc: object }>('POST', `/${accountsSlug}/${id}/${action}`, body)
      await reset(doc)
      setModified(false)
      toast.success(say('account:panelDone'))
    } catch (error) {
      toast.error((error as Error).message)
    }
    setBusy(false)
  }
  const tone =
    stage === 'active' ? 'done' : stage === 'blocked' ? 'quiet' : stage === 'waiting' ? 'open' : 'waiting'
  return (
    <section aria-label={say('account:stage')} className={styles.stage} data-stage={stage}>
      <StateDot label={say(stageTexts[stage])} tone={tone} />
      <div className={styles.actions}>
        {actionsOf[stage].map((action, index) => (
          <Button
            buttonStyle={index === 0 && action !== 'block' ? 'primary' : 'secondary'}
            disabled={busy}
            id={`crm-account-${action}`}
            key={action}
            margin={false}
            onClick={() => void act(action)}
            size="small"
            type="button"
          >
            {say(actionTexts[action])}
          </Button>
        ))}
      </div>
      {stage === 'waiting' && <p className={styles.hint}>{say('account:approveHint')}</p>}
    </section>
  )
}

const useValue = (name: string): unknown => useFormFields(([fields]) => fields[name]?.value)
