import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dev, nextCli } from '../../scripts/host.js'
import { eventually } from './eventually.js'

/**
 * A process of the example host's production build; `buildHost` has to come before.
 *
 * @param env what the host is set up by, with the `SERVER_URL` it shall answer at
 */
export async function startServer(env: Record<string, string>, port: number) {
  const server = spawn(process.execPath, [nextCli, 'start', '-p', String(port)], {
    cwd: dev,
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    detached: true,
    stdio: 'ignore',
  })
  const { pid } = server
  if (!pid) throw new Error('The server did not start.')
  const url = `http://localhost:${port}`
  await eventually(async () => (await fetch(`${url}/admin/login`).catch(() => null))?.ok, 60_000)
  return {
    url,
    /** The most memory it has held so far, in MiB. */
    peakMemory: () =>
      Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    async close() {
      const gone = new Promise((resolve) => server.once('exit', resolve))
      process.kill(-pid, 'SIGTERM')
      await gone
    },
  }
}
