'use client'

import { createContext, useContext } from 'react'

/** Open activities by customer, for the rows of the page; `null` where the reader may not see activities. */
export type OpenActivities = Record<string, number> | null

export const OpenActivitiesContext = createContext<OpenActivities>(null)
export const useOpenActivities = (): OpenActivities => useContext(OpenActivitiesContext)
