import { countryCodes } from './country.js'
import type { Violation } from './violation.js'

type Id = string | number

/** Orders a customer has confirmed, from a calendar day on (`YYYY-MM-DD`), in the time zone of the CRM. */
export interface Purchase {
  /** Any of them; none named means any product at all. */
  products: Id[]
  since: string | null
}

/** Who gets a newsletter. Every criterion narrows the circle; within one, any of its values is enough. */
export interface Audience {
  /** On one of these lists. */
  lists: Id[]
  /** On none of these. */
  excludeLists: Id[]
  languages: ('de' | 'en')[]
  /** Of the customer; case does not matter. */
  tags: string[]
  /** Of the customer: ISO codes, beginnings of postal codes, names of towns. */
  place: { countries: string[]; postalCodes: string[]; cities: string[] }
  bought: Purchase | null
  notBought: Purchase | null
  /** The day of the latest order lies between these, both included. */
  lastOrder: { from: string | null; to: string | null }
  /** Net sum of the orders in integer cents, both included. */
  orderVolume: { min: number | null; max: number | null; since: string | null }
}

type Fields = Record<string, unknown>
const maxValues = 500

/**
 * Reads an audience as it is stored or sent. What is not understood is refused: a misspelt criterion that was ignored
 * would write to everybody.
 *
 * @param idType what the ids of the database are
 */
export function parseAudience(
  value: unknown,
  idType: 'number' | 'text',
): { audience: Audience; violations: Violation[] } {
  const violations: Violation[] = []
  const refuse = (path: string, message: Violation['message']) =>
    violations.push({ path: path === '' ? 'audience' : `audience.${path}`, message })

  /** The object at a path with nothing in it but the named keys. */
  const fields = (path: string, given: unknown, keys: readonly string[]): Fields => {
    if (isEmpty(given)) return {}
    if (typeof given !== 'object' || Array.isArray(given)) {
      refuse(path, 'audienceValue')
      return {}
    }
    for (const key of Object.keys(given))
      if (!keys.includes(key)) refuse(path === '' ? key : `${path}.${key}`, 'audienceCriterion')
    return given as Fields
  }
  const values = <T>(path: string, given: unknown, read: (one: unknown) => T | null): T[] => {
    if (isEmpty(given)) return []
    const all = Array.isArray(given) && given.length <= maxValues ? given.map(read) : [null]
    if (all.includes(null)) refuse(path, 'audienceValue')
    return [...new Set(all.filter((one): one is Awaited<T> & {} => one !== null))] as T[]
  }
  const optional = <T>(path: string, given: unknown, read: (one: unknown) => T | null): T | null => {
    if (isEmpty(given)) return null
    const result = read(given)
    if (result === null) refuse(path, 'audienceValue')
    return result
  }
  const purchase = (path: string, given: unknown): Purchase | null => {
    if (isEmpty(given)) return null
    const found = fields(path, given, ['products', 'since'])
    return {
      products: values(`${path}.products`, found.products, readId(idType)),
      since: optional(`${path}.since`, found.since, readDay),
    }
  }

  const root = fields('', value, criteria)
  const place = fields('place', root.place, ['countries', 'postalCodes', 'cities'])
  const lastOrder = fields('lastOrder', root.lastOrder, ['from', 'to'])
  const volume = fields('orderVolume', root.orderVolume, ['min', 'max', 'since'])
  const audience: Audience = {
    lists: values('lists', root.lists, readId(idType)),
    excludeLists: values('excludeLists', root.excludeLists, readId(idType)),
    languages: values('languages', root.languages, (one) => (one === 'de' || one === 'en' ? one : null)),
    tags: values('tags', root.tags, readWord),
    place: {
      countries: values('place.countries', place.countries, readCountry),
      postalCodes: values('place.postalCodes', place.postalCodes, readWord),
      cities: values('place.cities', place.cities, readWord),
    },
    bought: purchase('bought', root.bought),
    notBought: purchase('notBought', root.notBought),
    lastOrder: {
      from: optional('lastOrder.from', lastOrder.from, readDay),
      to: optional('lastOrder.to', lastOrder.to, readDay),
    },
    orderVolume: {
      min: optional('orderVolume.min', volume.min, readCents),
      max: optional('orderVolume.max', volume.max, readCents),
      since: optional('orderVolume.since', volume.since, readDay),
    },
  }
  const { from, to } = audience.lastOrder
  if (from && to && from > to) refuse('lastOrder', 'audienceRange')
  const { max, min } = audience.orderVolume
  if (min !== null && max !== null && min > max) refuse('orderVolume', 'audienceRange')
  return { audience, violations }
}

const criteria = [
  'lists',
  'excludeLists',
  'languages',
  'tags',
  'place',
  'bought',
  'notBought',
  'lastOrder',
  'orderVolume',
] as const

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

const readId =
  (idType: 'number' | 'text') =>
  (value: unknown): Id | null => {
    if (idType === 'number') return /^\d{1,9}$/.test(String(value)) ? Number(value) : null
    return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null
  }

function readWord(value: unknown): string | null {
  const word = typeof value === 'string' ? value.trim() : ''
  return word !== '' && word.length <= 200 && !word.includes('\u0000') ? word : null
}

function readCountry(value: unknown): string | null {
  const code = typeof value === 'string' ? value.trim().toUpperCase() : ''
  return countryCodes.includes(code) ? code : null
}

/** A day that the calendar has. */
function readDay(value: unknown): string | null {
  const match = typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(value) : null
  const day = match?.[1]
  if (!day || day < '1900') return null
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null
}

const readCents = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
