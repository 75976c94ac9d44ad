/** `npm test`: everything a change has to pass, on a machine with nothing but Node. Ends in `N passed, N failed`. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
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

function check(name: string, work: () => boolean): void {
  console.log(`\n── ${name} (after ${Math.round((Date.now() - started) / 1000)} s)`)
  let ok = false
  try {
    ok = work()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  if (ok) passed += 1
  else failed += 1
  if (!ok) console.error(`✗ ${name}`)
}

const tool = (name: string, ...args: string[]) => {
  const { status } = spawnSync(path.join(root, 'node_modules', '.bin', name), args, {
    cwd: root,
    stdio: 'inherit',
  })
  return status === 0
}

provide('redis-server', 'redis-server')
provide('chromium', 'chromium')
provide('dovecot', 'dovecot-imapd')

check('plugin and host build', () => {
  buildHost((step) => console.log(step))
  return true
})
check('types', () => tool('tsc', '--noEmit') && tool('tsc', '--noEmit', '-p', 'dev/tsconfig.json'))
check('lint', () => tool('eslint', '.'))
check('layers', () =>
  tool(
    'depcruise',
    'src',
    'collections',
    'hooks',
    'jobs',
    'admin-components',
    '--config',
    '.dependency-cruiser.js',
  ),
)
check('format', () => tool('prettier', '--check', '--log-level', 'warn', '.'))

const folder = mkdtempSync(path.join(tmpdir(), 'mozaikoo-crm-report-'))
for (const project of ['unit', 'int', 'faults', 'e2e']) {
  console.log(`\n── ${project} tests (after ${Math.round((Date.now() - started) / 1000)} s)`)
  const file = path.join(folder, `${project}.json`)
  const ran = tool(
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  )
  if (!existsSync(file)) {
    failed += 1
    continue
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  passed += report.numPassedTests
  // A suite that could not even start has no failed test; it fails all the same. A skipped test is not a passed one.
  failed += Math.max(report.numFailedTests + report.numPendingTests, ran ? 0 : 1)
}
rmSync(folder, { recursive: true, force: true })

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
