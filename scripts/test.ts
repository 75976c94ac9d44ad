/** `npm test`: everything a change has to pass, on a machine with nothing but Node. Ends in `N passed, N failed`. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'
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

/** Commands one after the other, the first that fails ends them; what they say is printed when they are through. */
async function check(name: string, ...commands: [string, ...string[]][]): Promise<void> {
  let ok = true
  let said = ''
  for (const [command, ...args] of commands) {
    if (!ok) break
    ok = await new Promise<boolean>((resolve, reject) => {
      const child = spawn(binary(command), args, { cwd: root })
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)))
      child.once('error', reject)
      child.once('close', (code) => resolve(code === 0))
    })
  }
  announce(name)
  if (said) console.log(said.trimEnd())
  note(name, ok)
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
const layers = ['src', 'collections', 'hooks', 'jobs', 'admin-components']
await Promise.all([
  check('types', ['tsc', '--noEmit'], ['tsc', '--noEmit', '-p', 'dev/tsconfig.json']),
  check('lint', ['eslint', '.']),
  check(
    'layers and format',
    ['depcruise', ...layers, '--config', '.dependency-cruiser.js'],
    ['prettier', '--check', '--log-level', 'warn', '.'],
  ),
])

const folder = mkdtempSync(path.join(tmpdir(), 'mozaikoo-crm-report-'))
for (const project of ['unit', 'int', 'faults', 'e2e']) {
  announce(`${project} tests`)
  const file = path.join(folder, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { status } = spawnSync(binary('vitest'), ['run', '--project', project, ...reporters], {
    cwd: root,
    stdio: 'inherit',
  })
  if (!existsSync(file)) {
    failed += 1
    continue
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  passed += report.numPassedTests
  // A suite that could not even start has no failed test; it fails all the same. A skipped test is not a passed one.
  failed += Math.max(report.numFailedTests + report.numPendingTests, status === 0 ? 0 : 1)
}
rmSync(folder, { recursive: true, force: true })

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
