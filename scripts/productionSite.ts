import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { buildHost } from './buildHost.js'
import { freePort } from './freePort.js'
import { dev, hostEnvironment, nextCli, root, runScript } from './host.js'
import { startPostgres } from './postgres.js'

/** The production build of the example host on a migrated database of its own, and a browser. Nothing is left behind. */
export async function startProductionSite(fill: 'demo' | 'empty') {
  buildHost((step) => console.log(step))
  const folder = mkdtempSync(path.join(tmpdir(), 'mozaikoo-crm-site-'))
  chmodSync(folder, 0o755)
  const postgres = await startPostgres(folder, await freePort(), false)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = {
    ...process.env,
    ...hostEnvironment({ databaseUrl: postgres.url(), serverUrl: url }),
    NODE_ENV: 'production' as const,
  }
  const script = (name: string) => {
    const { status, stderr } = spawnSync(process.execPath, runScript(name), {
      cwd: root,
      env,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${name} failed.\n${stderr}`)
  }
  script('migrate.ts')
  if (fill === 'demo') script('demo/seed.ts')
  const server = spawn(process.execPath, [nextCli, 'start', '-p', String(port)], {
    cwd: dev,
    env,
    stdio: 'ignore',
  })
  const deadline = Date.now() + 120_000
  while (!(await fetch(`${url}/admin/login`).catch(() => null))?.ok) {
    if (Date.now() > deadline) throw new Error('The site did not become ready.')
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  return {
    url,
    databaseUrl: postgres.url(),
    browser,
    async close() {
      await browser.close()
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await gone
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
