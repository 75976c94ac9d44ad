'use client'

import { useDocumentDrawerContext } from '@payloadcms/ui'
import { createContext, useContext } from 'react'
import type { Id } from '../api.js'

/** What a form knows that stands beside the list of a customer's activities or orders. */
export interface Workspace {
  customer: Id
  /** The list without an open entry. */
  closeHref: string
  /** Whether the form holds something that is not saved; the list asks before it touches the open entry. */
  setUnsaved(unsaved: boolean): void
  /** Fetches the open entry anew, and the list with it. */
  reload(): void
  /** The last change that the list made to an entry by one click. */
  toggled: { id: Id; done: boolean } | null
}

export const WorkspaceContext = createContext<Workspace | null>(null)

/** `null` on a page of its own, and in a drawer that was opened from a form: our context reaches that one too. */
export function useWorkspace(): Workspace | null {
  const workspace = useContext(WorkspaceContext)
  const { drawerSlug } = useDocumentDrawerContext()
  return drawerSlug ? null : workspace
}
