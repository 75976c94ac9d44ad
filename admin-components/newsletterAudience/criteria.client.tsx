'use client'

import { ReactSelect } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import type { Audience } from '../../src/domain/audience.js'
import { useApi } from '../useApi.js'
import { useSay } from '../language.js'
import styles from './index.module.css'

/** What is stored: only what was chosen. */
export type Definition = { [Key in keyof Audience]?: Partial<Audience[Key]> | null }

interface Choice {
  id: string | number
  name: string
}
type Id = string | number

interface Props {
  definition: Definition
  disabled: boolean
  listsSlug: string
  productsSlug: string
  onChange: (next: Definition) => void
}

export function Criteria({ definition, disabled, listsSlug, onChange, productsSlug }: Props) {
  const say = useSay()
  const lists = useChoices(listsSlug)
  const products = useChoices(productsSlug)
  const set = (change: Definition) => onChange(tidied({ ...definition, ...change }))
  const { bought, lastOrder, notBought, orderVolume, place } = definition
  const many = (key: 'lists' | 'excludeLists') => (
    <Many
      choices={lists}
      disabled={disabled}
      label={say(`newsletterAdmin:${key}`)}
      onChange={(ids) => set({ [key]: ids })}
      value={(definition[key] ?? []) as Id[]}
    />
  )
  const words = (label: string, value: unknown, change: (all: string[]) => void) => (
    <Words disabled={disabled} label={label} onChange={change} value={(value ?? []) as string[]} />
  )
  const day = (label: string, value: unknown, change: (day: string | null) => void) => (
    <Input
      disabled={disabled}
      label={label}
      onChange={(text) => change(text || null)}
      type="date"
      value={(value as string | null) ?? ''}
    />
  )
  const euros = (label: string, value: number | null | undefined, change: (cents: number | null) => void) => (
    <Input
      disabled={disabled}
      label={label}
      onChange={(text) => change(text === '' ? null : Math.round(Number(text) * 100))}
      type="number"
      value={value === null || value === undefined ? '' : String(value / 100)}
    />
  )
  return (
    <div className={styles.criteria}>
      {many('lists')}
      {many('excludeLists')}
      <Many
        choices={[
          { id: 'de', name: say('field:german') },
          { id: 'en', name: say('field:english') },
        ]}
        disabled={disabled}
        label={say('field:language')}
        onChange={(ids) => set({ languages: ids as Audience['languages'] })}
        value={(definition.languages ?? []) as Id[]}
      />
      {words(say('newsletterAdmin:tags'), definition.tags, (tags) => set({ tags }))}
      {words(say('newsletterAdmin:cities'), place?.cities, (cities) => set({ place: { ...place, cities } }))}
      {words(say('newsletterAdmin:postalCodes'), place?.postalCodes, (postalCodes) =>
        set({ place: { ...place, postalCodes } }),
      )}
      {words(say('newsletterAdmin:countries'), place?.countries, (countries) =>
        set({ place: { ...place, countries } }),
      )}
      <Many
        choices={products}
        disabled={disabled}
        label={say('newsletterAdmin:bought')}
        onChange={(ids) => set({ bought: { ...bought, products: ids } })}
        value={bought?.products ?? []}
      />
      {day(say('newsletterAdmin:boughtSince'), bought?.since, (since) =>
        set({ bought: { ...bought, since } }),
      )}
      <Many
        choices={products}
        disabled={disabled}
        label={say('newsletterAdmin:notBought')}
        onChange={(ids) => set({ notBought: { ...notBought, products: ids } })}
        value={notBought?.products ?? []}
      />
      {day(say('newsletterAdmin:notBoughtSince'), notBought?.since, (since) =>
        set({ notBought: { ...notBought, since } }),
      )}
      {day(say('newsletterAdmin:lastOrderFrom'), lastOrder?.from, (from) =>
        set({ lastOrder: { ...lastOrder, from } }),
      )}
      {day(say('newsletterAdmin:lastOrderTo'), lastOrder?.to, (to) =>
        set({ lastOrder: { ...lastOrder, to } }),
      )}
      {euros(say('newsletterAdmin:volumeMin'), orderVolume?.min, (min) =>
        set({ orderVolume: { ...orderVolume, min } }),
      )}
      {euros(say('newsletterAdmin:volumeMax'), orderVolume?.max, (max) =>
        set({ orderVolume: { ...orderVolume, max } }),
      )}
    </div>
  )
}

function Many(props: {
  choices: Choice[]
  disabled: boolean
  label: string
  value: Id[]
  onChange: (ids: Id[]) => void
}) {
  const id = useId()
  const options = props.choices.map((choice) => ({ value: choice.id, label: choice.name }))
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {props.label}
      </label>
      <ReactSelect
        disabled={props.disabled}
        inputId={id}
        isClearable
        isMulti
        onChange={(chosen) =>
          props.onChange((Array.isArray(chosen) ? chosen : []).map((option) => option.value as Id))
        }
        options={options}
        value={props.value.map(
          (one) => options.find(({ value }) => value === one) ?? { value: one, label: String(one) },
        )}
      />
    </div>
  )
}

/** Several words, parted by commas. The text stays as it is typed until the field is left. */
function Words(props: {
  disabled: boolean
  label: string
  value: string[]
  onChange: (words: string[]) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Input
      disabled={props.disabled}
      label={props.label}
      onBlur={() => setTyped(null)}
      onChange={(text) => {
        setTyped(text)
        props.onChange(
          text
            .split(',')
            .map((word) => word.trim())
            .filter((word) => word !== ''),
        )
      }}
      type="text"
      value={typed ?? props.value.join(', ')}
    />
  )
}

function Input(props: {
  disabled: boolean
  label: string
  type: 'text' | 'date' | 'number'
  value: string
  onChange: (text: string) => void
  onBlur?: () => void
}) {
  const id = useId()
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {props.label}
      </label>
      <input
        className={styles.input}
        disabled={props.disabled}
        id={id}
        min={props.type === 'number' ? 0 : undefined}
        onBlur={props.onBlur}
        onChange={(event) => props.onChange(event.target.value)}
        step={props.type === 'number' ? '0.01' : undefined}
        type={props.type}
        value={props.value}
      />
    </div>
  )
}

function useChoices(slug: string): Choice[] {
  const api = useApi()
  const [choices, setChoices] = useState<Choice[]>([])
  useEffect(() => {
    let current = true
    void api
      .get<{ docs?: Choice[] }>(`/${slug}?depth=0&limit=500&sort=name&select[name]=true`)
      .then(({ body }) => current && setChoices(body.docs ?? []))
    return () => {
      current = false
    }
  }, [api, slug])
  return choices
}

/** Without what says nothing: an empty criterion is none, and "has not bought" without product or day would be "never". */
function tidied(definition: Definition): Definition {
  const entries = Object.entries(definition).map(([key, value]): [string, unknown] => {
    if (Array.isArray(value)) return [key, value.length > 0 ? value : undefined]
    const parts = Object.entries(value ?? {}).filter(([, part]) =>
      Array.isArray(part) ? part.length > 0 : part !== null && part !== undefined,
    )
    return [key, parts.length > 0 ? Object.fromEntries(parts) : undefined]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}
