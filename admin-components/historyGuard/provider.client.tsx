'use client'

import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { HistorySteps } from './steps.js'

const Steps = createContext<HistorySteps | null>(null)

/**
 * Hears of a step in the history before the router does. On `window` listeners are called in the order in which they
 * came, capturing or not; a provider's effect runs before that of the router around it, a form's long after.
 */
export function HistoryProvider({ children }: { children: ReactNode }) {
  const [steps] = useState(() => new HistorySteps())
  useEffect(() => {
    window.addEventListener('popstate', steps.hear)
    return () => window.removeEventListener('popstate', steps.hear)
  }, [steps])
  return <Steps value={steps}>{children}</Steps>
}

export const useHistorySteps = (): HistorySteps | null => useContext(Steps)
