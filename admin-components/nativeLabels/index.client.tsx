'use client'

import { useEffect, type ReactNode } from 'react'
import { useSay } from '../language.js'

/** Controls of Payload that say nothing to a screen reader, and what they should say. */
const silent = [
  ['.clickable-arrow--left', 'admin:previousPage'],
  ['.clickable-arrow--right', 'admin:nextPage'],
  ['.table .cell-_select input[type="checkbox"]', 'admin:selectRow'],
  ['#select-all', 'admin:selectAllRows'],
  ['.collapsible__drag', 'admin:moveRow'],
  ['.dashboard-breadcrumb-select input', 'admin:editDashboard'],
] as const

/** Gives Payload's nameless controls a name. What has one keeps it. */
export function NativeLabels({ children }: { children: ReactNode }) {
  const texts = useSay()
  useEffect(() => {
    const label = () => {
      for (const [selector, key] of silent)
        for (const element of document.querySelectorAll(selector))
          // Some have an empty one.
          if (!element.getAttribute('aria-label')) element.setAttribute('aria-label', texts(key))
      // Hidden from screen readers, so it must not be reached by the tabulator either.
      for (const element of document.querySelectorAll(
        'button[aria-hidden="true"]:not([tabindex="-1"]), [aria-hidden="true"] button:not([tabindex="-1"])',
      ))
        element.setAttribute('tabindex', '-1')
    }
    label()
    const observer = new MutationObserver(label)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [texts])
  return children
}
