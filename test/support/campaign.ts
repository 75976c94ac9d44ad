import type { Payload } from 'payload'
import { query } from './database.js'

/** Confirmed subscribers, many at once: `person1@…`, `person2@…`, all on one list. */
export async function subscribe(databaseUrl: string, count: number, prefix = 'person'): Promise<void> {
  await query(
    databaseUrl,
    `INSERT INTO subscribers (email, first_name, last_name, salutation, status, legal_basis)
     SELECT $2 || i || '@kunde.test', 'Vor' || i, 'Nach' || i,
       (ARRAY['ms', 'mr', NULL])[i % 3 + 1]::enum_subscribers_salutation, 'confirmed', 'doubleOptIn'
     FROM generate_series(1, $1) AS i`,
    [count, prefix],
  )
}

/** Rich text of paragraphs, as the editor stores it. */
export function richText(...paragraphs: string[]) {
  const text = (value: string) => ({
    type: 'text',
    version: 1,
    text: value,
    format: 0,
    style: '',
    mode: 'normal',
    detail: 0,
  })
  const block = { version: 1, format: '', indent: 0, direction: null }
  const children = paragraphs.map((value) => ({
    ...block,
    type: 'paragraph',
    children: [text(value)],
    textFormat: 0,
  }))
  return { root: { ...block, type: 'root', children } }
}

export async function writeNewsletter(payload: Payload, data: object = {}): Promise<number> {
  const doc = await payload.create({
    collection: 'newsletters',
    data: {
      name: 'Frühling',
      subject: 'Neues für {{firstName|Sie}}',
      content: richText('{{formalGreeting}}', 'Hallo {{firstName|Freunde}}, der Frühling ist da.'),
      ...data,
    },
    overrideAccess: true,
  })
  return Number(doc.id)
}

/** How many mails of the newsletter are in which state. */
export async function statesOf(databaseUrl: string, newsletter: number): Promise<Record<string, number>> {
  const rows = await query<{ state: string; count: number }>(
    databaseUrl,
    'SELECT state, count(*)::int AS count FROM mails WHERE newsletter_id = $1 GROUP BY state',
    [newsletter],
  )
  return Object.fromEntries(rows.map(({ count, state }) => [state, count]))
}

export async function statusOf(databaseUrl: string, newsletter: number): Promise<string> {
  const [row] = await query<{ status: string }>(databaseUrl, 'SELECT status FROM newsletters WHERE id = $1', [
    newsletter,
  ])
  return row?.status ?? 'gone'
}
