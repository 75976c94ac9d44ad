import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { exclusionReason } from '../../database/mailable.js'
import { partTableOf, relationsOf, tableOf } from '../../database/table.js'
import { pooled } from '../../database/transaction.js'
import { parseAudience, type Audience, type Purchase } from '../../domain/audience.js'
import { translate, type Language } from '../../i18n/translate.js'

type Sql = ReturnType<typeof sql>
type Id = string | number

export const idTypeOf = (payload: Payload): 'number' | 'text' =>
  payload.db.defaultIDType === 'number' ? 'number' : 'text'

/**
 * The ids of the subscribers a newsletter is meant for, as one query. Whether each of them may get one is a condition of
 * its own (`mailable`).
 *
 * @param audience as stored; see `Audience`
 * @throws Error when it cannot be read: better nobody than everybody
 */
export function audienceQuery(payload: Payload, crm: Crm, audience: unknown): Sql {
  const parsed = parseAudience(audience, idTypeOf(payload))
  if (parsed.violations.length > 0)
    throw new Error(
      translate('en', 'reason:audienceUnreadable', {
        detail: parsed.violations.map(({ path }) => path).join(', '),
      }),
    )
  return sql`SELECT s.id FROM ${tableOf(payload, crm.slugs.subscribers)} AS s
    WHERE ${audienceCondition(payload, crm, parsed.audience)}`
}

export interface AudienceCount {
  /** How many would get the newsletter now. */
  count: number
  /** How many are meant but may not get one, by reason. */
  excluded: { reason: string; count: number }[]
  /** The languages in which they get it. */
  languages: Language[]
  /** Some of them, always the same ones for the same audience. */
  sample: { id: Id; email: string; name: string; company: string | null; language: string | null }[]
}

export async function countAudience(payload: Payload, crm: Crm, audience: Audience): Promise<AudienceCount> {
  const subscribers = tableOf(payload, crm.slugs.subscribers)
  const reason = exclusionReason(payload, crm, sql`s`)
  const condition = audienceCondition(payload, crm, audience)
  const db = pooled(payload)
  const counts = await db.execute(sql`
    SELECT ${reason} AS reason, count(*)::int AS count, array_agg(DISTINCT ${readersLanguage}) AS languages
    FROM ${subscribers} AS s WHERE ${condition} GROUP BY 1 ORDER BY 2 DESC`)
  const sample = await db.execute(sql`
    SELECT s.id, s.email, concat_ws(' ', s.first_name, s.last_name) AS name, c.company, s.language::text AS language
    FROM ${subscribers} AS s LEFT JOIN ${tableOf(payload, crm.slugs.customers)} AS c ON c.id = s.customer_id
    WHERE ${condition} AND ${reason} IS NULL ORDER BY md5(s.id::text), s.id LIMIT 10`)
  const rows = counts.rows as { reason: string | null; count: number; languages: Language[] }[]
  const reached = rows.find((row) => row.reason === null)
  return {
    count: reached?.count ?? 0,
    languages: reached?.languages ?? [],
    excluded: rows.flatMap(({ count, reason }) => (reason === null ? [] : [{ reason, count }])),
    sample: sample.rows as unknown as AudienceCount['sample'],
  }
}

/** In which language the subscriber `s` gets a letter. */
const readersLanguage = sql`coalesce(s.language::text, 'de')`

/** What holds for the subscriber `s`. */
function audienceCondition(payload: Payload, crm: Crm, audience: Audience): Sql {
  const { bought, excludeLists, languages, lastOrder, lists, notBought, orderVolume, place, tags } = audience
  const conditions: Sql[] = [sql`true`]
  const add = (condition: Sql) => conditions.push(condition)
  const onList = (ids: Id[]) => {
    const { column, table } = relationsOf(payload, crm.slugs.subscribers, crm.slugs.mailingLists)
    return sql`SELECT parent_id FROM ${table} WHERE path = 'lists' AND ${column} IN (${listOf(ids)})`
  }
  const sale = sql`FROM ${tableOf(payload, crm.slugs.orders)} AS sale WHERE sale.status IN ('confirmed', 'done')`
  const soldAt = sql`coalesce(sale.booking_date, sale.created_at)`
  const begin = (day: string) => sql`(${day}::date::timestamp AT TIME ZONE ${crm.timeZone})`
  const end = (day: string) => sql`((${day}::date + 1)::timestamp AT TIME ZONE ${crm.timeZone})`
  const from = (day: string | null) => (day === null ? sql`` : sql`AND ${soldAt} >= ${begin(day)}`)
  const buyers = ({ products, since }: Purchase) => {
    const what = sql`AND sale.id IN (SELECT _parent_id FROM ${partTableOf(payload, crm.slugs.orders, '_lines')}
      WHERE product_id IN (${listOf(products)}))`
    return sql`SELECT sale.customer_id ${sale} ${from(since)} ${products.length > 0 ? what : sql``}`
  }

  if (lists.length > 0) add(sql`s.id IN (${onList(lists)})`)
  if (excludeLists.length > 0) add(sql`s.id NOT IN (${onList(excludeLists)})`)
  if (languages.length > 0) add(sql`${readersLanguage} IN (${listOf(languages)})`)
  if (tags.length > 0)
    add(sql`s.customer_id IN (SELECT parent_id FROM ${partTableOf(payload, crm.slugs.customers, '_texts')}
      WHERE path = 'tags' AND lower(text) IN (${lowerListOf(tags)}))`)
  const places: Sql[] = []
  if (place.countries.length > 0) places.push(sql`address_country IN (${listOf(place.countries)})`)
  if (place.cities.length > 0) places.push(sql`lower(address_city) IN (${lowerListOf(place.cities)})`)
  if (place.postalCodes.length > 0) {
    const starts = place.postalCodes.map((start) => sql`starts_with(address_postal_code, ${start})`)
    places.push(sql`(${sql.join(starts, sql` OR `)})`)
  }
  if (places.length > 0)
    add(sql`s.customer_id IN (SELECT id FROM ${tableOf(payload, crm.slugs.customers)}
      WHERE ${sql.join(places, sql` AND `)})`)
  if (bought) add(sql`s.customer_id IN (${buyers(bought)})`)
  // Somebody without a customer has bought nothing.
  if (notBought) add(sql`(s.customer_id IS NULL OR s.customer_id NOT IN (${buyers(notBought)}))`)
  if (lastOrder.from ?? lastOrder.to)
    add(sql`s.customer_id IN (SELECT sale.customer_id ${sale} GROUP BY sale.customer_id HAVING true
      ${lastOrder.from === null ? sql`` : sql`AND max(${soldAt}) >= ${begin(lastOrder.from)}`}
      ${lastOrder.to === null ? sql`` : sql`AND max(${soldAt}) < ${end(lastOrder.to)}`})`)
  const spent = (comparison: Sql) => sql`SELECT sale.customer_id ${sale} ${from(orderVolume.since)}
    GROUP BY sale.customer_id HAVING sum(sale.totals_net) ${comparison}`
  if (orderVolume.min !== null && orderVolume.min > 0)
    add(sql`s.customer_id IN (${spent(sql`>= ${orderVolume.min}`)})`)
  if (orderVolume.max !== null)
    add(sql`(s.customer_id IS NULL OR s.customer_id NOT IN (${spent(sql`> ${orderVolume.max}`)}))`)
  return sql.join(conditions, sql` AND `)
}

const listOf = (values: readonly Id[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )
const lowerListOf = (values: readonly string[]) =>
  sql.join(
    values.map((value) => sql`lower(${value})`),
    sql`, `,
  )
