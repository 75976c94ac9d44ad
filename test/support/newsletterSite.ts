import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../../scripts/host.js'
import { startDnsServer } from './dnsServer.js'
import { startSite } from './site.js'
import { startSmtpServer } from './smtpServer.js'

const pictures = path.join(root, 'test-results', 'newsletter')

/** The site with all that a newsletter needs to go out: worker, mail server, a sender's domain in the DNS, an Impressum. */
export async function startNewsletterSite(behaviour?: Parameters<typeof startSmtpServer>[0]) {
  mkdirSync(pictures, { recursive: true })
  const smtp = await startSmtpServer(behaviour)
  const dns = await startDnsServer({
    'mozaikoo.test': ['v=spf1 mx -all'],
    '_dmarc.mozaikoo.test': ['v=DMARC1; p=reject'],
  })
  process.env.CRM_DNS_SERVERS = dns.address
  const site = await startSite(smtp.url)
  // Not before the site has built the package.
  const { createCrmWorker } = await import('mozaikoo-crm/worker')
  const worker = await createCrmWorker(site.payload)
  await site.payload.create({
    collection: 'users',
    data: { email: 'first@mozaikoo.test', password: 'secret-password', name: 'Erika' },
    overrideAccess: true,
  })
  await site.payload.updateGlobal({
    slug: 'crm-settings',
    overrideAccess: true,
    data: { company: { name: 'Muster GmbH', street: 'Weg 1', postalCode: '10115', city: 'Berlin' } },
  })
  let stopped: Promise<void> | null = null
  const stopWorker = () => (stopped ??= worker.close())
  return {
    site,
    smtp,
    /** Keeps how a page looks, for whoever wants to see it. */
    shot: (page: Page, name: string) =>
      page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true }),
    /** From now on nothing goes out. */
    stopWorker,
    async close(): Promise<void> {
      delete process.env.CRM_DNS_SERVERS
      await stopWorker()
      await site.close()
      await smtp.close()
      await dns.close()
    },
  }
}
