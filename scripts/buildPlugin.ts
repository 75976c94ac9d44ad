import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './host.js'

const dist = path.join(root, 'dist')
const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc')

/**
 * Compiles file by file and lays the style sheets beside the components that import them.
 *
 * @throws Error with what the compiler said
 */
export function buildPlugin(): void {
  // A file that is gone from the sources must not live on in the package.
  rmSync(dist, { recursive: true, force: true })
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The plugin does not compile.\n${stdout}`)
  const components = path.join(root, 'admin-components')
  if (!existsSync(components)) return
  for (const file of readdirSync(components, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.css')) cpSync(path.join(components, file), path.join(dist, 'admin-components', file))
}
