import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { build } from 'esbuild'
import pg from 'pg'
import { root } from '../scripts/host.js'
import { startProductionSite } from '../scripts/productionSite.js'

const counts = { customers: 10_000, activities: 100_000 }
const limits = { milliseconds: 1000, kilobytes: 80 }
const login = { email: 'bench@mozaikoo.test', password: 'bench-password' }

/** How long it takes from a click to a customer page that can be typed into, and what our code weighs in the browser. */
export async function run(rounds = Number(process.env.BENCH_ROUNDS ?? 15)): Promise<void> {
  const site = await startProductionSite('empty')
  try {
    await seed(site.databaseUrl)
    const context = await site.browser.newContext({ baseURL: site.url, locale: 'de' })
    const headers = { Origin: site.url }
    const registered = await context.request.post('/api/users/first-register', { data: login, headers })
    if (!registered.ok()) throw new Error(`No first user: ${registered.status()}`)
    await context.request.post('/api/users/login', { data: login, headers })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)

    console.log(
      `\n${counts.customers} customers, ${counts.activities} activities, ${rounds} rounds, median ms\n`,
    )
    for (const slug of ['customers', 'activities'])
      console.log(`list of ${slug}, loaded`.padEnd(36), (await openList(page, slug, rounds)).toFixed(0))
    console.log('dashboard, loaded'.padEnd(36), (await openDashboard(page, rounds)).toFixed(0))
    const click = await clickCustomer(page, rounds)
    console.log('customer, click to usable'.padEnd(36), `${click.toFixed(0)}  (limit ${limits.milliseconds})`)
    const weight = await clientCode()
    console.log(
      `\nclient code over Payload's own, gzip: ${weight.script.toFixed(1)} kB script + ${weight.style.toFixed(1)} kB style  (limit ${limits.kilobytes})`,
    )
  } finally {
    await site.close()
  }
}

async function seed(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    `INSERT INTO customers (company, customer_number, address_city, email)
     SELECT 'Kunde ' || lpad(n::text, 5, '0'), (10000 + n)::text, 'Ort ' || n % 500, 'kunde' || n || '@mozaikoo.test'
     FROM generate_series(1, $1) n`,
    [counts.customers],
  )
  await client.query(
    `INSERT INTO customers_contacts (_order, _parent_id, id, first_name, last_name)
     SELECT 1, id, 'contact-' || id, 'Vorname', 'Nachname ' || id FROM customers`,
  )
  await client.query(
    `INSERT INTO activities (customer_id, name, done, due_date)
     SELECT 1 + n % $1, 'Aktivität ' || n, n % 3 > 0, now() + make_interval(days => n % 400 - 300)
     FROM generate_series(1, $2) n`,
    [counts.customers, counts.activities],
  )
  await client.query('ANALYZE')
  await client.end()
}

async function timed(rounds: number, work: () => Promise<number>): Promise<number> {
  await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await work())
  times.sort((a, b) => a - b)
  return times[Math.floor(times.length / 2)] ?? NaN
}

const openList = (page: Page, slug: string, rounds: number) =>
  timed(rounds, async () => {
    const started = performance.now()
    await page.goto(`/admin/collections/${slug}?limit=50`)
    await page.locator('.table tbody tr').nth(49).waitFor()
    return performance.now() - started
  })

const openDashboard = (page: Page, rounds: number) =>
  timed(rounds, async () => {
    const started = performance.now()
    await page.goto('/admin')
    await page.getByRole('region').first().waitFor()
    return performance.now() - started
  })

/** Usable is: the company stands in its field and a letter can be typed. */
const clickCustomer = (page: Page, rounds: number) => {
  let next = 0
  return timed(rounds, async () => {
    await page.goto('/admin/collections/customers?limit=50')
    await page.waitForLoadState('networkidle')
    const link = page
      .locator('.table tbody tr')
      .nth(next++ % 50)
      .getByRole('link')
      .nth(1)
    const company = await link.innerText()
    const started = performance.now()
    await link.click()
    const field = page.locator('#field-company')
    await field.waitFor()
    await field.press('End')
    if ((await field.inputValue()) !== company) throw new Error('Another customer was opened.')
    return performance.now() - started
  })
}

/** Everything that runs in the browser because of us, bundled as a host would; Payload, React and Next are there anyway. */
async function clientCode(): Promise<{ script: number; style: number }> {
  const components = path.join(root, 'dist', 'admin-components')
  const files = readdirSync(components, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(components, file))
    .filter((file) => file.endsWith('.js') && /^['"]use client['"]/.test(readFileSync(file, 'utf8')))
  const { outputFiles } = await build({
    stdin: {
      contents: files.map((file) => `export * from ${JSON.stringify(file)}`).join('\n'),
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    outdir: 'out',
    jsx: 'automatic',
    external: ['react', 'react/*', 'react-dom', 'next/*', 'payload', 'payload/*', '@payloadcms/*'],
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const weigh = (extension: string) =>
    outputFiles
      .filter((file) => file.path.endsWith(extension))
      .reduce((sum, file) => sum + gzipSync(file.contents).length / 1000, 0)
  return { script: weigh('.js'), style: weigh('.css') }
}
