import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { buildPlugin } from './buildPlugin.js'
import { dev, hostEnvironment, nextCli, root } from './host.js'

const sources = ['src', 'collections', 'hooks', 'jobs', 'admin-components', 'dev', 'package-lock.json']
const stampFile = path.join(dev, '.next', 'mozaikoo-crm.stamp')

/** Builds the plugin and the example host for production, unless the sources are those of the last build. */
export function buildHost(report: (step: string) => void): void {
  const stamp = fingerprint()
  const isCurrent = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
  if (isCurrent && existsSync(path.join(root, 'dist'))) return
  report('Building the plugin')
  buildPlugin()
  report('Building the host for production (about a minute)')
  run(process.execPath, [nextCli, 'build'], dev)
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
}

function run(command: string, args: string[], cwd: string): void {
  // The build connects to nothing; it only has to load the config.
  const env = { ...process.env, ...hostEnvironment({ databaseUrl: 'postgres://127.0.0.1:9/none' }) }
  const { status, stderr, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8', env })
  if (status !== 0) throw new Error(`The build failed.\n${stdout}\n${stderr}`)
}

/** A digest of all source files: a build is current when nothing it was made from has changed. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const add = (at: string) => hash.update(at).update(readFileSync(path.join(root, at)))
  for (const source of sources) {
    const absolute = path.join(root, source)
    if (!existsSync(absolute)) continue
    if (path.extname(source) !== '') {
      add(source)
      continue
    }
    const files = readdirSync(absolute, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      .filter((file) => !/(^|[\\/])(\.next|node_modules)[\\/]|next-env\.d\.ts$|tsbuildinfo$/.test(file))
    for (const file of files.sort()) add(file)
  }
  return hash.digest('hex')
}
