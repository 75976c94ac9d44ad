/** `npm run demo`: database, host, worker and mail catcher, with data, on a machine with nothing but Node. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { buildHost } from './buildHost.js'
import { Children } from './demo/children.js'
import { freePort, isTaken } from './freePort.js'
import { crmCli, dev, hostEnvironment, nextCli, root, runScript } from './host.js'
import { reachableHome, startPostgres, type Postgres } from './postgres.js'

const ports = { PORT: 3000, MAIL_WEB_PORT: 1080, SMTP_PORT: 1025 }
const dataDir = path.resolve(process.env.DATA_DIR ?? path.join(root, '.data'))

function portOf(name: keyof typeof ports): number {
  const port = Number(process.env[name] ?? ports[name])
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${name} is not a port number.`)
  return port
}

const say = (text: string) => console.log(text)
const children = new Children(path.join(dataDir, 'logs'))
let database: Promise<Postgres> | undefined
let ending: Promise<void> | undefined

/** Ends what was started, the database last, because the others still write to it. */
function end(code: number): Promise<void> {
  ending ??= (async () => {
    await children.stop()
    // It may be starting just now; left alone it would outlive us and hold its folder.
    const postgres = await database?.catch(() => undefined)
    await postgres?.stop()
    process.exit(code)
  })()
  return ending
}

async function start(): Promise<void> {
  const [port, mailWebPort, smtpPort] = [portOf('PORT'), portOf('MAIL_WEB_PORT'), portOf('SMTP_PORT')]
  for (const [name, wanted] of Object.entries({
    PORT: port,
    MAIL_WEB_PORT: mailWebPort,
    SMTP_PORT: smtpPort,
  }))
    if (await isTaken(wanted))
      throw new Error(
        `Port ${wanted} is in use. Stop what runs there, or choose another: ${name}=${wanted + 1} npm run demo`,
      )

  if (process.argv.includes('--reset'))
    for (const folder of [reachableHome(dataDir), dataDir]) rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(dataDir, 'logs'), { recursive: true })
  buildHost(say)

  say('Starting PostgreSQL')
  const postgresPort = await freePort()
  if (ending) return
  database = startPostgres(dataDir, postgresPort, true)
  const postgres = await database
  if (ending) return
  postgres.process.once('exit', () => {
    if (!ending) console.error('PostgreSQL ended unexpectedly.')
    void end(1)
  })
  // A first start that was interrupted begins anew; one that was completed is never touched.
  const seeded = path.join(dataDir, 'seeded')
  if (!existsSync(seeded)) await createDatabase(postgres.url(), 'crm')
  const serverUrl = `http://localhost:${port}`
  const env = {
    ...process.env,
    ...hostEnvironment({
      databaseUrl: postgres.url('crm'),
      serverUrl,
      smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
      secret: secret(),
      ...(process.env.REDIS_URL ? { redisUrl: process.env.REDIS_URL } : {}),
    }),
    NODE_ENV: 'production' as const,
  }
  script(env, 'migrate.ts')
  if (!existsSync(seeded)) {
    say('Filling in demo data (only the first time)')
    script(env, 'demo/seed.ts')
    writeFileSync(seeded, new Date().toISOString())
  }

  say('Starting host, worker and mail catcher')
  const innerMailPort = await freePort()
  const maildev = path.join(root, 'node_modules', 'maildev', 'dist', 'bin', 'maildev.js')
  const mailArgs = [
    '--smtp',
    String(smtpPort),
    '--web',
    String(innerMailPort),
    '--ip',
    '127.0.0.1',
    '--web-ip',
    '127.0.0.1',
  ]
  const parts = {
    mail: [maildev, ...mailArgs],
    mailPage: runScript('demo/mailPage.ts', String(mailWebPort), String(innerMailPort)),
    worker: [crmCli, 'worker'],
    host: [nextCli, 'start', '-p', String(port)],
  }
  for (const [name, args] of Object.entries(parts))
    children.start(name, args, name === 'host' ? dev : root, env, (reason) => {
      console.error(reason)
      void end(1)
    })
  await answers(`${serverUrl}/api/crm/health`)
  await answers(`http://localhost:${mailWebPort}/email`)
  say(`
  Admin panel   ${serverUrl}/admin
  Login         demo@mozaikoo.test / demo
  Mails         http://localhost:${mailWebPort}
  SMTP          localhost:${smtpPort}
  Data          ${dataDir}

  Ctrl-C ends everything. \`npm run demo -- --reset\` starts over.
`)
}

function script(env: NodeJS.ProcessEnv, name: string): void {
  const { status, stderr, stdout } = spawnSync(process.execPath, runScript(name), {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${name} failed.\n${stdout}\n${stderr}`)
}

/** An empty one, whatever was there. */
async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)}`)
  await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  await client.end()
}

/** Made once, so that logins survive a restart. */
function secret(): string {
  const file = path.join(dataDir, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

async function answers(url: string): Promise<void> {
  let last = 'no answer'
  for (const deadline = Date.now() + 120_000; Date.now() < deadline;) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    if (answer) last = await answer.text()
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  throw new Error(`The demo did not become ready: ${last}\nSee ${path.join(dataDir, 'logs')}.`)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
start().catch((error: unknown) => {
  // What fails because its database is going away is no news.
  if (!ending) console.error(error instanceof Error ? error.message : error)
  void end(1)
})
