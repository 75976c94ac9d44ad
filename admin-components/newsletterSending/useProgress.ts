'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { paceOf, withSample, type PaceSample } from '../../src/domain/sendingPace.js'
import type { NewsletterStatus } from '../../src/domain/newsletterLife.js'
import { useApi } from '../api.js'

export interface Progress {
  name: string
  template: boolean
  status: NewsletterStatus
  scheduledAt?: string | null
  run?: { note?: string | null; canary?: number | null; finishedAt?: string | null } | null
  /** Where everybody can read it; null when nobody may. */
  webUrl: string | null
  recipients: number
  states: Record<
    'queued' | 'sending' | 'sent' | 'deferred' | 'failed' | 'bounced' | 'unknown' | 'cancelled',
    number
  >
  doubts: Doubts
  standstill: Standstill
  /** How long the limits alone make the rest take. */
  secondsLeft: number
}

/** Why nothing goes out just now although nobody has paused it. */
export type Standstill =
  | { cause: 'noWorker' | 'mailServer' }
  | { cause: 'perSecond' | 'perMinute' | 'perHour' | 'perDay'; count: number; until: string }
  | null

/** Why the doubtful ones are doubtful; null when there are none. */
export type Doubts = { workerStopped: number; lineBroken: number } | null

export type Pace = ReturnType<typeof paceOf>

const whileRunning = 1500
/** It may be started by its time, or by somebody else. */
const whileWaiting = 5000

/** How many mails nothing happens to any more by itself. */
export const endedOf = ({ recipients, states }: Progress): number =>
  recipients - states.queued - states.sending - states.deferred

/** How far a newsletter has come: looked at again and again while it moves. `look` looks at once. */
export function useProgress(path: string): {
  progress: Progress | null
  pace: Pace
  look: () => Promise<void>
} {
  const api = useApi()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [pace, setPace] = useState<Pace>(null)
  const samples = useRef<PaceSample[]>([])
  const look = useCallback(async () => {
    const next = await api<Progress>('GET', `${path}/progress`).catch(() => null)
    // The server is away for a moment: what was known stays, and the next look may know more.
    if (!next) return
    const ended = endedOf(next)
    samples.current =
      next.status === 'sending' ? withSample(samples.current, { at: performance.now(), ended }) : []
    const measured = paceOf(samples.current, next.recipients - ended)
    // The first hundred of an hour may go out in a second; the others still take the hour.
    const secondsLeft = Math.max(measured?.secondsLeft ?? 0, next.secondsLeft)
    setPace(measured && { ...measured, secondsLeft })
    setProgress(next)
  }, [api, path])
  useEffect(() => void look(), [look])

  const wait = progress === null ? null : waitOf(progress)
  useEffect(() => {
    if (wait === null) return
    const timer = setInterval(() => void look(), wait)
    return () => clearInterval(timer)
  }, [look, wait])
  return { progress, pace, look }
}

function waitOf({ states, status }: Progress): number | null {
  const isMoving = status === 'preparing' || status === 'sending' || states.sending > 0
  if (isMoving) return whileRunning
  return status === 'scheduled' || status === 'paused' ? whileWaiting : null
}
