import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { plainSlug } from './plainOrders.js'
import { startPlainHost } from './plainHost.js'

const clients = 200
const slices = 4
const lineCount = 5
/** One order in so many requests; the others read a list. */
const readsPerOrder = 4
/** A request that takes longer hangs. */
const patience = 30_000
const slugs = ['orders', plainSlug] as const
type Slug = (typeof slugs)[number]

/** What the answers to logins and writes hold. */
interface Answer {
  token: string
  doc: { id: number }
}

interface Result {
  times: number[]
  errors: string[]
  seconds: number
}

const agent = new Agent({ keepAlive: true, maxSockets: clients })

/**
 * Many clients at once that read lists and place orders, against the production build with its default pool; and the
 * same for a bare collection of the same fields, in turns.
 *
 * @param seconds of load on each of the two
 */
export async function run(seconds = Number(process.argv[3] ?? 60)): Promise<void> {
  const host = await startPlainHost()
  try {
    const { bodies, token } = await prepare(host.api)
    const results = Object.fromEntries(
      slugs.map((slug) => [slug, { times: [], errors: [], seconds: 0 }]),
    ) as unknown as Record<Slug, Result>
    for (const slug of slugs)
      await load(host.api, token, slug, bodies[slug], 3, { times: [], errors: [], seconds: 0 })
    for (let slice = 0; slice < slices; slice += 1)
      // Who comes first changes with every slice.
      for (const slug of slice % 2 ? [...slugs].reverse() : slugs)
        await load(host.api, token, slug, bodies[slug], seconds / slices, results[slug])
    report(results, seconds)
  } finally {
    await host.close()
  }
}

async function prepare(api: string) {
  const login = { email: 'bench@mozaikoo.test', password: 'bench-password' }
  const first = await send(api, 'POST', '/users/first-register', '', login)
  const { token } = first.body
  const company = { company: 'Bench AG', email: 'bench@mozaikoo.test' }
  const customer = (await send(api, 'POST', '/customers', token, company)).body.doc.id
  const lines: object[] = []
  for (let index = 0; index < lineCount; index += 1) {
    const data = {
      name: `Product ${index}`,
      sku: `B-${index}`,
      price: 100 + index * 37,
      taxRate: index % 2 ? 19 : 7,
    }
    const { id } = (await send(api, 'POST', '/products', token, data)).body.doc
    lines.push({ product: id, quantity: 1 + index })
  }
  const order = { customer, name: 'Bench', lines, discount: { type: 'percent', percent: 5 } }
  const { doc } = (await send(api, 'POST', '/orders?depth=0', token, order)).body
  // What the plugin computes, the plain collection is given: both write the same rows.
  const plain = JSON.parse(
    JSON.stringify(doc, (key, value: unknown) =>
      ['id', 'createdAt', 'updatedAt'].includes(key) ? undefined : value,
    ),
  ) as object
  return { token, bodies: { orders: order, [plainSlug]: plain } as Record<Slug, object> }
}

async function load(api: string, token: string, slug: Slug, body: object, seconds: number, result: Result) {
  const started = performance.now()
  const end = started + seconds * 1000
  const client = async (index: number) => {
    for (let turn = index; performance.now() < end; turn += 1) {
      const before = performance.now()
      const places = turn % (readsPerOrder + 1) === 0
      const { status } = await (
        places
          ? send(api, 'POST', `/${slug}?depth=0`, token, body)
          : send(api, 'GET', `/${slug}?limit=10&depth=0&sort=-createdAt`, token)
      ).catch((error: unknown) => ({ status: String(error) }))
      if (status === (places ? 201 : 200)) result.times.push(performance.now() - before)
      else result.errors.push(String(status))
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)))
  result.seconds += (performance.now() - started) / 1000
}

function send(api: string, method: string, path: string, token: string, body?: object) {
  return new Promise<{ status: number; body: Answer }>((resolve, reject) => {
    const text = body ? JSON.stringify(body) : ''
    const call = request(
      `${api}${path}`,
      {
        agent,
        method,
        timeout: patience,
        headers: {
          ...(token ? { Authorization: `JWT ${token}` } : {}),
          ...(body ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) } : {}),
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString()
          resolve({
            status: response.statusCode ?? 0,
            body: (answer.startsWith('{') ? JSON.parse(answer) : {}) as Answer,
          })
        })
      },
    )
    call.on('timeout', () => call.destroy(new Error('no answer in time')))
    call.on('error', reject)
    call.end(text)
  })
}

function report(results: Record<Slug, Result>, seconds: number): void {
  console.log(
    `\n${clients} clients, ${seconds} s each in ${slices} turns, ${readsPerOrder} lists of 10 orders for each order of ${lineCount} lines\n`,
  )
  const row = (...cells: string[]) => console.log(cells.map((text) => text.padStart(14)).join(''))
  row('', 'requests/s', 'median ms', 'p95 ms', 'errors')
  const rates = slugs.map((slug) => {
    const { errors, seconds: took, times } = results[slug]
    times.sort((a, b) => a - b)
    const at = (part: number) => (times[Math.floor(times.length * part)] ?? NaN).toFixed(0)
    const rate = times.length / took
    row(slug === 'orders' ? 'plugin' : 'plain', rate.toFixed(0), at(0.5), at(0.95), String(errors.length))
    if (errors.length > 0) console.log(`  ${[...new Set(errors)].slice(0, 5).join(', ')}`)
    return rate
  })
  const [plugin = NaN, plain = NaN] = rates
  console.log(`\nratio ${(plugin / plain).toFixed(2)}  (aim 0.80)`)
  if (slugs.some((slug) => results[slug].errors.length > 0)) throw new Error('There were errors.')
}
