/** `npm test`: everything a change has to pass, on a machine with nothing but Node. Ends in `N passed, N failed`. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildHost } from './buildHost.js'
import { root } from './host.js'
import { provide } from './systemPackages.js'

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
}

let passed = 0
let failed = 0
const started = Date.now()
const announce = (name: string) =>
  console.log(`\n── ${name} (after ${Math.round((Date.now() - started) / 1000)} s)`)
const binary = (name: string) => path.join(root, 'node_modules', '.bin', name)

function note(name: string, ok: boolean): void {
  if (ok) passed += 1
  else failed += 1
  if (!ok) console.error(`✗ ${name}`)
}

/** @returns whether the command ended well; what it says is printed when it is through, so that two do not mingle */
async function run(name: string, command: string, ...args: string[]): Promise<boolean> {
  let said = ''
  const child = spawn(binary(command), args, { cwd: root })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)))
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      said += error.message
      resolve(null)
    })
    child.once('close', resolve)
  })
  announce(name)
  if (said) console.log(said.trimEnd())
  return code === 0
}

async function check(name: string, command: string, ...args: string[]): Promise<void> {
  note(name, await run(name, command, ...args))
}

const folder = mkdtempSync(path.join(tmpdir(), 'mozaikoo-crm-report-'))

async function tests(project: string): Promise<void> {
  const file = path.join(folder, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const ran = await run(`${project} tests`, 'vitest', 'run', '--project', project, ...reporters)
  if (!existsSync(file)) {
    failed += 1
    return
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  passed += report.numPassedTests
  // A suite that could not even start has no failed test; it fails all the same. A skipped test is not a passed one.
  failed += Math.max(report.numFailedTests + report.numPendingTests, ran ? 0 : 1)
}

provide('redis-server', 'redis-server')
provide('chromium', 'chromium')
provide('dovecot', 'dovecot-imapd')

announce('plugin and host build')
try {
  buildHost((step) => console.log(step))
  note('plugin and host build', true)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  note('plugin and host build', false)
}
// Two at a time, one for each core: what waits for processes and browsers beside what computes.
const layers = ['src', 'collections', 'hooks', 'jobs', 'admin-components']
const computing = async () => {
  await check('types', 'tsc', '--noEmit')
  await check('types of the host', 'tsc', '--noEmit', '-p', 'dev/tsconfig.json')
  await check('lint', 'eslint', '.')
  await check('layers', 'depcruise', ...layers, '--config', '.dependency-cruiser.js')
  await check('format', 'prettier', '--check', '--log-level', 'warn', '.')
  await tests('unit')
  await tests('int')
}
const waiting = async () => {
  await tests('faults')
  await tests('e2e')
}
await Promise.all([computing(), waiting()])
rmSync(folder, { recursive: true, force: true })

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
