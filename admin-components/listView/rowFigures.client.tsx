'use client'

import { createContext, useContext } from 'react'

/** What the rows of a page need from other collections. */
export interface RowFigures {
  /** Open activities by customer; `null` where the reader may not see activities. */
  openActivities: Record<string, number> | null
  /** Companies by customer. */
  companies: Record<string, string>
}

export const RowFiguresContext = createContext<RowFigures>({ openActivities: null, companies: {} })
export const useRowFigures = (): RowFigures => useContext(RowFiguresContext)
