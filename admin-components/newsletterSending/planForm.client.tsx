'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { dayOf, instantAt, timeOf } from '../../src/domain/calendar.js'
import { parseDay } from '../../src/domain/typedDay.js'
import { parseTime } from '../../src/domain/typedTime.js'
import { formatDate } from '../../src/i18n/format.js'
import type { TextKey } from '../../src/i18n/translate.js'
import { useNotation, useSay } from '../language.js'
import styles from './index.module.css'

interface Props {
  busy: boolean
  /** The time it is planned for now. */
  planned: string | null
  timeZone: string
  onClose: () => void
  onPlan: (at: string) => void
}

/** Day and time at which a newsletter is to go out: typed the reader's way, in the time of the company. */
export function PlanForm({ busy, onClose, onPlan, planned, timeZone }: Props) {
  const notation = useNotation()
  const say = useSay()
  const ids = { day: useId(), time: useId(), error: useId() }
  const [day, setDay] = useState(planned ? formatDate(planned, notation, timeZone) : '')
  const [time, setTime] = useState(planned ? timeOf(new Date(planned), timeZone) : '09:00')
  const [problem, setProblem] = useState<TextKey | null>(null)
  const plan = () => {
    const typed = parseDay(day, notation)
    if (!('value' in typed) || typed.value === null) return setProblem('workspace:unreadableDay')
    const typedTime = parseTime(time)
    if (!('value' in typedTime) || typedTime.value === null)
      return setProblem('newsletterSending:timeMissing')
    const at = instantAt(dayOf(new Date(typed.value), 'UTC'), typedTime.value, timeZone)
    if (at.getTime() <= Date.now()) return setProblem('newsletterSending:past')
    setProblem(null)
    onPlan(at.toISOString())
  }
  // Not a form: this stands inside the form of the newsletter. Enter must not save that one.
  const onEnter = (event: { key: string; preventDefault: () => void }) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    plan()
  }
  return (
    <div aria-label={say('newsletterSending:schedule')} className={styles.plan} role="group">
      <div>
        <label htmlFor={ids.day}>{say('newsletterSending:day')}</label>
        <input
          aria-describedby={problem ? ids.error : undefined}
          aria-invalid={problem !== null}
          autoComplete="off"
          id={ids.day}
          onChange={(event) => setDay(event.target.value)}
          onKeyDown={onEnter}
          placeholder={say('workspace:dayPattern')}
          type="text"
          value={day}
        />
      </div>
      <div>
        <label htmlFor={ids.time}>{say('newsletterSending:time')}</label>
        <input
          autoComplete="off"
          className={styles.time}
          id={ids.time}
          onChange={(event) => setTime(event.target.value)}
          onKeyDown={onEnter}
          type="text"
          value={time}
        />
      </div>
      <Button disabled={busy} margin={false} onClick={plan} size="medium" type="button">
        {say(busy ? 'newsletterSending:checking' : 'newsletterSending:check')}
      </Button>
      <Button buttonStyle="secondary" margin={false} onClick={onClose} size="medium" type="button">
        {say('newsletterSending:close')}
      </Button>
      {problem && (
        <p className={styles.problem} id={ids.error} role="alert">
          {say(problem)}
        </p>
      )}
    </div>
  )
}
