'use client'

import { ReactSelect } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { useSay } from '../language.js'
import { useApi } from '../api.js'
import styles from './index.module.css'

interface Person {
  id: string | number
  email: string
  firstName?: string | null
  lastName?: string | null
}

/** So many are offered at once; typing narrows them. */
const offered = 20

interface Props {
  subscribersSlug: string
  /** Gets the id of a subscriber, an empty text for nobody in particular. */
  onChoose: (id: string) => void
}

/** As whom the letter is read: anybody of the subscribers, looked up by address or name while one types. */
export function Reader({ onChoose, subscribersSlug }: Props) {
  const say = useSay()
  const id = useId()
  const [typed, setTyped] = useState('')
  const found = usePeople(subscribersSlug, typed)
  const nobody = { label: say('newsletterAdmin:nobodyKnown'), value: '' }
  const [chosen, setChosen] = useState<{ label: string; value: string } | null>(null)
  const options = found?.map((person) => ({ label: nameOf(person), value: String(person.id) })) ?? []
  return (
    <div className={styles.reader}>
      <label htmlFor={id}>{say('newsletterAdmin:readAs')}</label>
      <ReactSelect
        // What is offered was found already; a name is not looked for in the order it is written in.
        filterOption={() => true}
        inputId={id}
        isClearable={chosen !== null}
        isLoading={found === null}
        noOptionsMessage={() => say('newsletterAdmin:nobodyFound')}
        onChange={(option) => {
          const next = (option ?? nobody) as typeof nobody
          setChosen(next.value === '' ? null : next)
          onChoose(next.value)
        }}
        onInputChange={setTyped}
        options={typed === '' ? [nobody, ...options] : options}
        value={chosen ?? nobody}
      />
    </div>
  )
}

const nameOf = ({ email, firstName, lastName }: Person) => {
  const name = [firstName, lastName].filter(Boolean).join(' ')
  return name ? `${name} <${email}>` : email
}

/** @returns those whose address or name has every typed word in it, null while they are looked up */
function usePeople(subscribersSlug: string, typed: string): Person[] | null {
  const api = useApi()
  const [people, setPeople] = useState<Person[] | null>(null)
  useEffect(() => {
    let current = true
    // Not at every key stroke.
    const timer = setTimeout(
      () => {
        setPeople(null)
        void api<{ docs: Person[] }>('GET', `/${subscribersSlug}?${queryFor(typed)}`)
          .catch(() => ({ docs: [] }))
          .then(({ docs }) => current && setPeople(docs))
      },
      typed === '' ? 0 : 250,
    )
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [api, subscribersSlug, typed])
  return people
}

function queryFor(typed: string): string {
  const query = new URLSearchParams({ depth: '0', limit: String(offered), sort: 'email' })
  for (const field of ['email', 'firstName', 'lastName']) query.set(`select[${field}]`, 'true')
  const words = typed.split(/[\s<>,;]+/).filter((word) => word !== '')
  words.forEach((word, index) =>
    ['email', 'firstName', 'lastName'].forEach((field, position) =>
      query.set(`where[and][${index}][or][${position}][${field}][contains]`, word),
    ),
  )
  return query.toString()
}
