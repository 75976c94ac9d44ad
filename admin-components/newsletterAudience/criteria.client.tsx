'use client'

import { useTranslation } from '@payloadcms/ui'
import { useEffect, useMemo, useState } from 'react'
import type { TextKey } from '../../src/i18n/translate.js'
import { useApi } from '../api.js'
import { useSay } from '../language.js'
import { dayIn, money } from '../typedField/kinds.js'
import { TypedValue } from '../typedField/typedValue.js'
import { dayOnly, lacksVolume, reversedIn, tidied, type Definition } from './definition.js'
import styles from './index.module.css'
import { Many, type Choice, type Id } from './many.client.js'
import { useSuggestions } from './useSuggestions.js'
import { Words } from './words.client.js'

/** A day of the calendar has no time zone: it is stored as a day, not as an instant. */
const calendarDay = dayIn('UTC')

interface Props {
  countryCodes: readonly string[]
  definition: Definition
  disabled: boolean
  listsSlug: string
  newslettersSlug: string
  productsSlug: string
  onChange: (next: Definition) => void
}

export function Criteria(props: Props) {
  const { countryCodes, definition, disabled, listsSlug, newslettersSlug, onChange, productsSlug } = props
  const say = useSay()
  const lists = useChoices(listsSlug)
  const products = useChoices(productsSlug)
  const countries = useCountries(countryCodes)
  const suggested = useSuggestions(newslettersSlug)
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
  const words = (
    key: 'tags' | 'cities' | 'postalCodes',
    value: string[] | null | undefined,
    change: (all: string[]) => void,
    suggestions?: readonly string[],
  ) => (
    <Words
      disabled={disabled}
      label={say(`newsletterAdmin:${key}`)}
      onChange={change}
      suggestions={suggestions}
      value={value ?? []}
    />
  )
  const day = (key: TextKey, value: unknown, change: (day: string | null) => void, problem?: string) => (
    <TypedValue
      calendar="UTC"
      disabled={disabled}
      kind={calendarDay}
      label={say(key)}
      onChange={(typed) => change(dayOnly(typed))}
      problem={problem}
      value={value}
    />
  )
  const euros = (key: TextKey, value: unknown, change: (cents: number | null) => void, problem?: string) => (
    <TypedValue
      disabled={disabled}
      kind={money}
      label={say(key)}
      onChange={(typed) => change(typed as number | null)}
      problem={problem}
      symbol="€"
      value={value}
    />
  )
  const wrong = reversedIn(definition)
  const reversed = (which: (typeof wrong)[number]) =>
    wrong.includes(which) ? say('error:audienceRange') : undefined
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
        onChange={(ids) => set({ languages: ids as ('de' | 'en')[] })}
        value={(definition.languages ?? []) as Id[]}
      />
      {words('tags', definition.tags as string[], (tags) => set({ tags }), suggested.tags)}
      {words('cities', place?.cities, (cities) => set({ place: { ...place, cities } }), suggested.cities)}
      {words('postalCodes', place?.postalCodes, (postalCodes) => set({ place: { ...place, postalCodes } }))}
      <Many
        choices={countries}
        disabled={disabled}
        label={say('newsletterAdmin:countries')}
        onChange={(codes) => set({ place: { ...place, countries: codes as string[] } })}
        value={place?.countries ?? []}
      />
      <Many
        choices={products}
        disabled={disabled}
        label={say('newsletterAdmin:bought')}
        onChange={(ids) => set({ bought: { ...bought, products: ids } })}
        value={bought?.products ?? []}
      />
      {day('newsletterAdmin:boughtSince', bought?.since, (since) => set({ bought: { ...bought, since } }))}
      <Many
        choices={products}
        disabled={disabled}
        label={say('newsletterAdmin:notBought')}
        onChange={(ids) => set({ notBought: { ...notBought, products: ids } })}
        value={notBought?.products ?? []}
      />
      {day('newsletterAdmin:notBoughtSince', notBought?.since, (since) =>
        set({ notBought: { ...notBought, since } }),
      )}
      {day('newsletterAdmin:lastOrderFrom', lastOrder?.from, (from) =>
        set({ lastOrder: { ...lastOrder, from } }),
      )}
      {day(
        'newsletterAdmin:lastOrderTo',
        lastOrder?.to,
        (to) => set({ lastOrder: { ...lastOrder, to } }),
        reversed('lastOrder'),
      )}
      {euros('newsletterAdmin:volumeMin', orderVolume?.min, (min) =>
        set({ orderVolume: { ...orderVolume, min } }),
      )}
      {euros(
        'newsletterAdmin:volumeMax',
        orderVolume?.max,
        (max) => set({ orderVolume: { ...orderVolume, max } }),
        reversed('orderVolume'),
      )}
      {day(
        'newsletterAdmin:volumeSince',
        orderVolume?.since,
        (since) => set({ orderVolume: { ...orderVolume, since } }),
        lacksVolume(definition) ? say('newsletterAdmin:volumeMissing') : undefined,
      )}
    </div>
  )
}

function useChoices(slug: string): Choice[] {
  const api = useApi()
  const [choices, setChoices] = useState<Choice[]>([])
  useEffect(() => {
    let current = true
    void api<{ docs: Choice[] }>('GET', `/${slug}?depth=0&limit=500&sort=name&select[name]=true`)
      .catch(() => ({ docs: [] }))
      .then(({ docs }) => current && setChoices(docs))
    return () => {
      current = false
    }
  }, [api, slug])
  return choices
}

/** All countries by their names in the reader's language. */
function useCountries(codes: readonly string[]): Choice[] {
  const { language } = useTranslation().i18n
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'region' })
    return codes
      .map((id) => ({ id, name: names.of(id) ?? id }))
      .sort((one, other) => one.name.localeCompare(other.name, language))
  }, [codes, language])
}
