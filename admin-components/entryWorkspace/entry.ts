import type { Id } from '../api.js'

export type EntryEntity = 'activities' | 'orders'

/** A line of the list on the left. */
export interface Entry {
  id: Id
  name: string
  done: boolean
  /** What the dot says, in words. */
  state: string
  details: string[]
}
