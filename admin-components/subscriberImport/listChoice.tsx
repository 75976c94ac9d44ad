'use client'

import { useEffect, useState } from 'react'
import { useApi, type Id } from '../api.js'
import { useSay } from '../language.js'
import styles from './index.module.css'

interface List {
  id: Id
  name: string
}

/** On which lists people are put. Without lists there is nothing to choose. */
export function ListChoice(props: { chosen: Id[]; listsSlug: string; onChange: (chosen: Id[]) => void }) {
  const { chosen, listsSlug, onChange } = props
  const say = useSay()
  const lists = useLists(listsSlug)
  if (lists.length === 0) return null
  return (
    <fieldset>
      <legend>{say('newsletterSending:importLists')}</legend>
      {lists.map((list) => (
        <label className={styles.choice} key={list.id}>
          <input
            checked={chosen.includes(list.id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, list.id] : chosen.filter((id) => id !== list.id))
            }
            type="checkbox"
          />
          {list.name}
        </label>
      ))}
    </fieldset>
  )
}

function useLists(listsSlug: string): List[] {
  const api = useApi()
  const [lists, setLists] = useState<List[]>([])
  useEffect(() => {
    let current = true
    void api<{ docs: List[] }>('GET', `/${listsSlug}?depth=0&limit=500&sort=name&select[name]=true`)
      .then(({ docs }) => current && setLists(docs))
      // Then people come in without a list; nothing else depends on it.
      .catch(() => undefined)
    return () => {
      current = false
    }
  }, [api, listsSlug])
  return lists
}
