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
  testResults: {
    name: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

let passed = 0
let skipped = 0
/** What failed, and why: told again at the end, where a reader of a long log looks. */
const failures: string[] = []
const started = Date.now()
const announce = (name: string) =>
  console.log(`\n── ${name} (after ${Math.round((Date.now() - started) / 1000)} s)`)
const binary = (name: string) => path.join(root, 'node_modules', '.bin', name)

function note(name: string, ok: boolean): void {
  if (ok) passed += 1
  else failures.push(name)
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
  if (!existsSync(file)) return note(`${project} tests`, false)
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  passed += report.numPassedTests
  const before = failures.length
  for (const { name, assertionResults } of report.testResults)
    for (const { fullName, status, failureMessages } of assertionResults)
      if (status === 'failed')
        failures.push(`${path.relative(root, name)} › ${fullName}\n${failureMessages.join('\n')}`)
  // A developer without the sample data may skip its tests; on the build server a skipped test is not a passed one.
  skipped += report.numPendingTests
  if (process.env.CI && report.numPendingTests > 0)
    failures.push(`${project}: ${report.numPendingTests} skipped`)
  // A suite that could not even start has no failed test; it fails all the same.
  if (!ran && failures.length === before)
    failures.push(
      `${project} tests: ${report.testResults.map(({ message }) => message).find(Boolean) ?? 'ended with an error'}`,
    )
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

for (const failure of failures) console.error(`\n✗ ${failure}`)
if (skipped > 0) console.log(`\n${skipped} skipped, see above for the reason`)
console.log(`\n${passed} passed, ${failures.length} failed`)
process.exit(failures.length === 0 ? 0 : 1)
