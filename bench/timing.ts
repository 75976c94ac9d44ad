import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { startProductionSite } from '../scripts/productionSite.js'

const password = 'bench-password'
type Side = 'known' | 'unknown'

/** What a stranger may try with an address; `lanes` at once, as most of the time is spent waiting. */
const actions = [
  { name: 'login', path: '/accounts/login', body: { password: 'wrong-password' }, expect: 401, lanes: 1 },
  { name: 'forgot password', path: '/accounts/forgot-password', body: {}, expect: 202, lanes: 6 },
  { name: 'register', path: '/accounts/register', body: { password, name: 'X' }, expect: 202, lanes: 6 },
  { name: 'subscribe', path: '/newsletter/subscribe', body: {}, expect: 202, lanes: 6 },
]
type Action = (typeof actions)[number]

/**
 * How long an answer takes for an address that is known and for one that is not, in turns, against the production build.
 *
 * @param calls of each action, half of them with an address that is known
 */
export async function run(calls = Number(process.argv[3] ?? 200)): Promise<void> {
  const site = await startProductionSite('empty')
  const db = new pg.Pool({ connectionString: site.databaseUrl })
  try {
    const api = `${site.url}/api`
    const known = await prepare(api, db)
    console.log(`\n${calls} calls each, known and unknown addresses in turns\n`)
    const row = (name: string, ...cells: string[]) =>
      console.log(name.padEnd(16) + cells.map((text) => text.padStart(13)).join(''))
    row('', 'known ms', 'unknown ms', 'ratio', 'known slower', 'expected')
    for (const action of actions) {
      await measure(api, db, action, known, Math.min(calls, 12))
      const times = await measure(api, db, action, known, calls)
      const medians = [median(times.known), median(times.unknown)] as const
      const { deviation, part } = slower(times.known, times.unknown)
      row(
        action.name,
        ...medians.map((time) => time.toFixed(1)),
        (medians[0] / medians[1]).toFixed(3),
        part.toFixed(3),
        `0.5 ± ${(2 * deviation).toFixed(3)}`,
      )
    }
    console.log(
      '\nknown slower: how often a known address took longer than an unknown one, of all pairs; 0.5 tells nothing',
    )
  } finally {
    await db.end()
    await site.close()
  }
}

/** @returns an address that has an account and a subscription */
async function prepare(api: string, db: pg.Pool): Promise<string> {
  const login = { email: 'bench@mozaikoo.test', password }
  const { token } = (await send(api, '/users/first-register', login)).body as { token: string }
  await send(api, '/globals/crm-settings', { accounts: { registration: 'confirmation' } }, token)
  const email = 'known@mozaikoo.test'
  const { doc } = (await send(api, '/customers', { company: 'Bench AG' }, token)).body as {
    doc: { id: number }
  }
  const account = { email, password, name: 'Known', customer: doc.id, status: 'active' }
  await send(api, '/accounts', account, token)
  await send(api, '/subscribers', { email }, token)
  await db.query(`UPDATE subscribers SET status = 'confirmed'`)
  const { rows } = await db.query(
    'SELECT (SELECT count(*) FROM accounts) * (SELECT count(*) FROM subscribers) AS all',
  )
  if (Number((rows[0] as { all: string }).all) !== 1) throw new Error('The known address could not be made.')
  return email
}

async function measure(api: string, db: pg.Pool, action: Action, known: string, calls: number) {
  const times: Record<Side, number[]> = { known: [], unknown: [] }
  let next = 0
  const lane = async () => {
    while (next < calls) {
      const turn = next++
      // Who comes first changes with every pair.
      const side: Side = ((turn >> 1) + turn) % 2 ? 'known' : 'unknown'
      const email = side === 'known' ? known : `${Math.random().toString(36).slice(2)}@mozaikoo.test`
      // It is the work that is measured, not the refusal of those who ask too often.
      await db.query('DELETE FROM crm_rate_limits')
      const before = performance.now()
      const { status } = await send(api, action.path, { ...action.body, email })
      times[side].push(performance.now() - before)
      if (status !== action.expect) throw new Error(`${action.name}: ${status}`)
    }
  }
  await Promise.all(Array.from({ length: action.lanes }, lane))
  return times
}

async function send(api: string, path: string, body: object, token?: string) {
  const response = await fetch(`${api}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as unknown }
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/**
 * How often one of the first takes longer than one of the others (Mann and Whitney), and how far from a half chance leads
 * that. Unlike a mean it does not care how long the slowest took.
 */
function slower(first: readonly number[], others: readonly number[]): { part: number; deviation: number } {
  const pairs = first.length * others.length
  const wins = first.reduce((sum, time) => sum + others.filter((other) => time > other).length, 0)
  return { part: wins / pairs, deviation: Math.sqrt((first.length + others.length + 1) / (12 * pairs)) }
}
