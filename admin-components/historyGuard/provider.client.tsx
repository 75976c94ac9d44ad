'use client'

import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'

type Listener = (event: PopStateEvent) => void

const Listeners = createContext<Set<Listener> | null>(null)

/**
 * Hears of a step in the history before the router does. On `window` listeners are called in the order in which they
 * came, capturing or not; a provider's effect runs before that of the router around it, a form's long after.
 */
export function HistorySteps({ children }: { children: ReactNode }) {
  const [listeners] = useState(() => new Set<Listener>())
  useEffect(() => {
    const tell = (event: PopStateEvent) => {
      for (const listener of listeners) listener(event)
    }
    window.addEventListener('popstate', tell)
    return () => window.removeEventListener('popstate', tell)
  }, [listeners])
  return <Listeners value={listeners}>{children}</Listeners>
}

/** Calls the listener with each step; `stopImmediatePropagation` keeps the step from the router. */
export function useHistorySteps(listener: Listener): void {
  const listeners = useContext(Listeners)
  useEffect(() => {
    listeners?.add(listener)
    return () => void listeners?.delete(listener)
  }, [listener, listeners])
}
