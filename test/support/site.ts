import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { getPayload } from 'payload'
import { inject, vi } from 'vitest'
import { buildHost } from '../../scripts/buildHost.js'
import { freePort } from '../../scripts/freePort.js'
import { hostEnvironment } from '../../scripts/host.js'
import { createDatabase } from './database.js'
import { startServer } from './server.js'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const password = 'secret-password'

interface PageOptions {
  locale?: 'de' | 'en'
  theme?: 'light' | 'dark'
  viewport?: { width: number; height: number }
}
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
  const server = await startServer(env, port)
  const browser = await launchBrowser()
  return {
    url,
    payload,
    databaseUrl,
    /** A page of somebody of the staff who has just signed in. */
    async signIn(role: 'admin' | 'marketing' | 'sales', options: PageOptions = {}): Promise<Page> {
      const { locale = 'de', theme = 'light', viewport = { width: 1280, height: 800 } } = options
      const email = `${role}@mozaikoo.test`
      const where = { email: { equals: email } }
      const existing = await payload.count({ collection: 'users', where })
      if (existing.totalDocs === 0)
        await payload.create({ collection: 'users', data: { email, password, name: role, roles: [role] } })
      const context = await browser.newContext({
        baseURL: url,
        locale,
        viewport,
        extraHTTPHeaders: { 'Accept-Language': locale },
      })
      await context.addCookies([{ name: 'payload-theme', value: theme, url }])
      const headers = { Origin: url }
      const login = await context.request.post('/api/users/login', { data: { email, password }, headers })
      if (!login.ok()) throw new Error(`${role} cannot sign in: ${login.status()}`)
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      return page
    },
    open: (locale: 'de' | 'en', viewport = { width: 1280, height: 800 }): Promise<BrowserContext> =>
      browser.newContext({ baseURL: url, locale, viewport, extraHTTPHeaders: { 'Accept-Language': locale } }),
    async close() {
      await browser.close()
      await server.close()
      await payload.destroy()
    },
  }
}

export type Site = Awaited<ReturnType<typeof startSite>>
