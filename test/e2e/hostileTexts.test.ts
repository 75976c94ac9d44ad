import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { block, letter, paragraph } from '../../scripts/demo/letterNodes.js'
import { startSite, type Site } from '../support/site.js'

/** Runs as soon as anything takes it for HTML. */
const hostile = (name: string) =>
  `${name}"'></title><img src=x onerror="window.pwned=1"><script>pwned=1</script>`

let site: Site
let admin: Page
const pages: [name: string, address: string][] = []

beforeAll(async () => {
  site = await startSite()
  admin = await site.signIn('admin')
  const make = async (collection: string, data: object) => {
    const { id } = await site.payload.create({ collection, data, depth: 0, overrideAccess: true })
    pages.push([collection, `/admin/collections/${collection}`])
    pages.push([collection, `/admin/collections/${collection}/${id}`])
    return Number(id)
  }
  const customer = await make('customers', {
    company: hostile('Firma'),
    email: 'eva@kunde.test',
    address: { street: hostile('Weg'), city: hostile('Ort'), region: hostile('Land') },
    contacts: [{ firstName: hostile('Eva'), lastName: hostile('Böse'), email: 'eva@kunde.test' }],
    bank: { accountHolder: hostile('Inhaber'), bankName: hostile('Bank') },
    tags: [hostile('Marke')],
    notes: hostile('Notiz'),
  })
  const activity = await make('activities', {
    customer,
    name: hostile('Anruf'),
    description: hostile('Beschreibung'),
    contact: { firstName: hostile('Eva'), lastName: hostile('Böse') },
  })
  const product = await make('products', {
    name: hostile('Tee'),
    description: hostile('Kraut'),
    unit: hostile('Dose'),
    price: 100,
  })
  const order = await make('orders', {
    customer,
    name: hostile('Bestellung'),
    description: hostile('Beschreibung'),
    lines: [{ product, quantity: 1 }],
  })
  await make('accounts', {
    email: 'eva@konto.test',
    password: 'ein langes Passwort',
    name: hostile('Eva'),
    customer,
  })
  await make('mailing-lists', { name: hostile('Verteiler') })
  await make('subscribers', { email: 'eva@leser.test', firstName: hostile('Eva'), lastName: hostile('Böse') })
  await make('crm-webhooks', {
    name: hostile('Lager'),
    url: 'https://muster.test/hook',
    events: ['order.done'],
  })
  await make('mails', {
    kind: 'orderConfirmation',
    state: 'failed',
    to: 'eva@kunde.test',
    subject: hostile('Betreff'),
    lastError: hostile('550'),
    response: hostile('250'),
    order,
    dedupeKey: 'hostile',
  })
  const newsletter = await make('newsletters', {
    name: hostile('Brief'),
    subject: hostile('Betreff'),
    preheader: hostile('Vorschau'),
    content: letter(
      paragraph(hostile('Absatz')),
      block('button', { label: hostile('Knopf'), url: 'https://muster.test' }),
    ),
  })
  for (const tab of ['letter', 'preflight', 'results'])
    pages.push([`newsletter, ${tab}`, `/admin/collections/newsletters/${newsletter}/${tab}`])
  const workspace = `/admin/collections/customers/${customer}`
  pages.push(['activities of a customer', `${workspace}/activities?entry=${activity}`])
  pages.push(['orders of a customer', `${workspace}/orders?entry=${order}`])
  pages.push(['the dashboard', '/admin'])
  await site.payload.updateGlobal({
    slug: 'crm-settings',
    overrideAccess: true,
    data: {
      company: { name: hostile('Firma'), street: hostile('Weg') },
      sender: { name: hostile('Absender') },
    },
  })
  pages.push(['the settings', '/admin/globals/crm-settings'])
})
afterAll(() => site.close())

describe('HTML in a text', () => {
  it('stays a text on every page of the panel', { timeout: 180_000 }, async () => {
    const unseen: string[] = []
    for (const [name, address] of pages) {
      await admin.goto(address)
      await admin.waitForLoadState('networkidle')
      for (const frame of admin.frames()) {
        const found = await frame.evaluate(() => ({
          images: document.querySelectorAll('img[src="x"]').length,
          ran: 'pwned' in window,
        }))
        expect(found, `${name} (${address}, ${frame.url().slice(0, 80)})`).toEqual({ images: 0, ran: false })
      }
      const shown = await admin.evaluate(
        () =>
          document.body.innerText.includes('onerror=') ||
          [...document.querySelectorAll('input, textarea')].some((field) =>
            (field as HTMLInputElement).value.includes('onerror='),
          ),
      )
      if (!shown) unseen.push(address)
    }
    // They were there to be seen.
    expect(unseen).toEqual([])
  })
})
