/** Writes what Payload generates for the example host: import map, types and, with `--migration name`, a migration. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from './freePort.js'
import { hostEnvironment, payloadCli, root } from './host.js'
import { writeDocumentTypes } from './documentTypes.js'
import { startPostgres } from './postgres.js'

const folder = mkdtempSync(path.join(tmpdir(), 'mozaikoo-crm-generate-'))
chmodSync(folder, 0o755)
const postgres = await startPostgres(folder, await freePort(), false)
try {
  const env = { ...process.env, ...hostEnvironment({ databaseUrl: postgres.url() }) }
  const payload = (...args: string[]) => {
    const { status } = spawnSync(process.execPath, ['--conditions=production', payloadCli, ...args], {
      cwd: root,
      env,
      stdio: 'inherit',
    })
    if (status !== 0) throw new Error(`payload ${args.join(' ')} failed`)
  }
  payload('generate:importmap')
  payload('generate:types')
  await writeDocumentTypes()
  const at = process.argv.indexOf('--migration')
  if (at > 0) payload('migrate:create', process.argv[at + 1] ?? 'change', '--skip-empty')
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
