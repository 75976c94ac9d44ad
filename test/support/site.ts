import { spawn } from 'node:child_process'
import { chromium, type Browser, type BrowserContext } from '@playwright/test'
import { getPayload } from 'payload'
import { inject, vi } from 'vitest'
import { buildHost } from '../../scripts/buildHost.js'
import { freePort } from '../../scripts/freePort.js'
import { dev, hostEnvironment, nextCli } from '../../scripts/host.js'
import { createDatabase } from './database.js'
import { eventually } from './eventually.js'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The machine's browser. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: flags })

/** The production build of the example host on a fresh database, and a browser in front of it. */
export async function startSite(smtpUrl?: string) {
  buildHost(() => undefined)
  const databaseUrl = await createDatabase(inject('postgresUrl'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = hostEnvironment({ databaseUrl, serverUrl: url, ...(smtpUrl ? { smtpUrl } : {}) })
  Object.assign(process.env, env)
  vi.resetModules()
  const { default: config } = await import('../../dev/payload.config.js')
  const payload = await getPayload({ config, key: databaseUrl })
  const server = spawn(process.execPath, [nextCli, 'start', '-p', String(port)], {
    cwd: dev,
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    detached: true,
    stdio: 'ignore',
  })
  await eventually(async () => (await fetch(`${url}/admin/login`).catch(() => null))?.ok, 60_000)
  const browser = await launchBrowser()
  return {
    url,
    payload,
    databaseUrl,
    open: (locale: 'de' | 'en', viewport = { width: 1280, height: 800 }): Promise<BrowserContext> =>
      browser.newContext({ baseURL: url, locale, viewport, extraHTTPHeaders: { 'Accept-Language': locale } }),
    async close() {
      await browser.close()
      if (server.pid) process.kill(-server.pid, 'SIGTERM')
      await new Promise((resolve) => server.once('exit', resolve))
      await payload.destroy()
    },
  }
}

export type Site = Awaited<ReturnType<typeof startSite>>
