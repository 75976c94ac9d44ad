'use client'

import { Button, toast, useModal } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { newsletterTransitions, type NewsletterAction } from '../../src/domain/newsletterLife.js'
import { useApi, type Id } from '../api.js'
import { useSay } from '../language.js'
import styles from './index.module.css'
import { PlanForm } from './planForm.client.js'
import { Question, type Asked } from './question.client.js'
import type { Report } from './reportBody.client.js'
import { useCopy } from './templates.client.js'
import type { Progress } from './useProgress.js'

interface Props {
  id: Id
  look: () => Promise<void>
  /** What is typed and not saved would not be what is sent. */
  modified: boolean
  newslettersSlug: string
  progress: Progress
  timeZone: string
}

/** The buttons that the state of a newsletter allows. Whatever cannot be taken back is asked about first. */
export function Actions({ id, look, modified, newslettersSlug, progress, timeZone }: Props) {
  const api = useApi()
  const say = useSay()
  const { openModal } = useModal()
  const copy = useCopy(newslettersSlug)
  const modalSlug = `crm-sending-${useId()}`
  const [busy, setBusy] = useState(false)
  const [isPlanning, setPlanning] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  const { name, scheduledAt, states, status, template } = progress
  const missing = states.failed + states.cancelled + states.unknown
  const may = (action: NewsletterAction) =>
    !template &&
    newsletterTransitions[action].from.includes(status) &&
    (action !== 'sendMissing' || missing > 0)

  const carryOut = async (action: NewsletterAction, body?: object) => {
    setBusy(true)
    try {
      const route = action === 'sendMissing' ? 'send-missing' : action
      await api('POST', `/${newslettersSlug}/${id}/${route}`, body ?? {})
      const done = action === 'cancel' && status === 'scheduled' ? 'unschedule' : action
      toast.success(say(`newsletterSending:${done}Done`))
      setPlanning(false)
    } catch (error) {
      toast.error((error as Error).message)
    }
    await look()
    setBusy(false)
  }
  const ask = (question: Asked) => {
    setAsked(question)
    openModal(modalSlug)
  }
  const askToSend = async (at: string | null) => {
    setBusy(true)
    try {
      const report = await api<Report>('GET', `/${newslettersSlug}/${id}/preflight`)
      ask({ about: 'send', at, report })
    } catch (error) {
      toast.error((error as Error).message)
    }
    setBusy(false)
  }
  const button = (key: string, text: string, onClick: () => void, isMain = false, needsSaved = false) => (
    <Button
      buttonStyle={isMain ? 'primary' : 'secondary'}
      disabled={busy || (needsSaved && modified)}
      id={`crm-newsletter-${key}`}
      key={key}
      margin={false}
      onClick={onClick}
      size="small"
      type="button"
    >
      {text}
    </Button>
  )
  const isScheduled = status === 'scheduled'
  return (
    <>
      <div className={styles.actions}>
        {may('send') &&
          button(
            'send',
            say(busy ? 'newsletterSending:checking' : 'newsletterSending:send'),
            () => void askToSend(null),
            true,
            true,
          )}
        {may('schedule') &&
          button(
            'schedule',
            say(isScheduled ? 'newsletterSending:reschedule' : 'newsletterSending:schedule'),
            () => setPlanning(true),
            false,
            true,
          )}
        {may('resume') &&
          button('resume', say('newsletterSending:resume'), () => void carryOut('resume'), true)}
        {may('pause') && button('pause', say('newsletterSending:pause'), () => void carryOut('pause'))}
        {(may('cancel') || (isScheduled && !template)) &&
          button(
            'cancel',
            say(isScheduled ? 'newsletterSending:cancelSchedule' : 'newsletterSending:cancel'),
            () => ask({ about: 'cancel', isScheduled }),
          )}
        {may('sendMissing') &&
          button('sendMissing', say('newsletterSending:sendMissing'), () =>
            ask({ about: 'missing', certain: states.failed + states.cancelled, unknown: states.unknown }),
          )}
        {template &&
          button(
            'begin',
            say('newsletterSending:fromTemplate'),
            () => void copy(id, 'newsletterSending:begun'),
            true,
            true,
          )}
        {!template && (
          <>
            {button(
              'duplicate',
              say('newsletterSending:duplicate'),
              () =>
                void copy(id, 'newsletterSending:duplicated', {
                  name: say('newsletterSending:copyName', { name }),
                }),
              false,
              true,
            )}
            {button(
              'keep',
              say('newsletterSending:keepTemplate'),
              () => void copy(id, 'newsletterSending:templateKept', { template: true }),
              false,
              true,
            )}
          </>
        )}
      </div>
      {modified && <p className={styles.hint}>{say('newsletterSending:saveFirst')}</p>}
      {isPlanning && may('schedule') && (
        <PlanForm
          busy={busy}
          onClose={() => setPlanning(false)}
          onPlan={(at) => void askToSend(at)}
          planned={isScheduled ? (scheduledAt ?? null) : null}
          timeZone={timeZone}
        />
      )}
      {asked && <Question {...{ asked, carryOut, modalSlug, timeZone }} />}
    </>
  )
}
