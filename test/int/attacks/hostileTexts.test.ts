import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnvironment } from '../../../src/config/environment.js'
import { webViewUrl } from '../../../src/mail/newsletter/webView.js'
import { block, letter, paragraph } from '../../../scripts/demo/letterNodes.js'
import { linkIn, password, setAccountSettings, shopper } from '../../support/accounts.js'
import { statusOf, writeNewsletter } from '../../support/campaign.js'
import { createClient, staff, type Client } from '../../support/client.js'
import { eventually } from '../../support/eventually.js'
import { startReaders, type Readers } from '../../support/readers.js'
import type { ReceivedMail } from '../../support/smtpServer.js'

/** Closes an attribute, a tag, a comment and a style, opens an element of its own; ends a header and begins another. */
const hostile = (name: string) =>
  `${name}'"--></style></title><pwned onpwned="1">\r\nBcc: victim@evil.test\r\n\r\n<pwned>, Eve <eve@evil.test> =?utf-8?Q?x?= {{email}}`

let on: Readers
let admin: Client
let sales: Client
let customer: number
const product = { name: hostile('Tee'), description: hostile('Kraut'), unit: hostile('Dose'), sku: 'T-1' }

beforeAll(async () => {
  on = await startReaders()
  admin = await staff(on.host.payload, on.host.api, 'admin')
  sales = await staff(on.host.payload, on.host.api, 'sales')
  const texts = { subject: hostile('Betreff'), intro: hostile('Anfang'), closing: hostile('Ende') }
  const kinds = [
    'orderConfirmation',
    'accountInvitation',
    'accountVerification',
    'accountWelcome',
    'accountPasswordReset',
    'accountEmailConfirm',
    'accountEmailRequested',
    'accountBlocked',
    'accountDeleted',
  ]
  const company = Object.fromEntries(
    ['name', 'street', 'postalCode', 'city', 'phone', 'website', 'managingDirectors', 'registerCourt'].map(
      (field) => [field, hostile(field)],
    ),
  )
  const saved = await admin.post('/globals/crm-settings', {
    sender: { name: hostile('Absender'), email: 'post@muster.test' },
    company,
    bank: { accountHolder: hostile('Inhaber'), bankName: hostile('Bank') },
    mailTexts: { de: Object.fromEntries(kinds.map((kind) => [kind, texts])) },
  })
  expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  await setAccountSettings(on.host.payload, { registration: 'confirmation' })
  const contact = {
    salutation: 'ms',
    firstName: hostile('Eva'),
    lastName: hostile('Böse'),
    position: hostile('Chefin'),
    email: 'eva@kunde.test',
  }
  const made = await sales.post('/customers', {
    company: hostile('Firma'),
    address: { street: hostile('Weg'), postalCode: hostile('1'), city: hostile('Ort') },
    contacts: [contact],
    notes: hostile('Notiz'),
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  customer = made.body.doc.id
})
afterAll(() => on.close())

/** No element and no attribute of the attacker's, however the text around it may look. */
function harmless(html: string, where: string): void {
  expect(html.length, where).toBeGreaterThan(100)
  expect(html, where).not.toMatch(/<\/?pwned/i)
  expect(html, where).not.toMatch(/<[^>]*\sonpwned="/i)
  for (const end of ['</style>', '</title>'])
    expect(html.split(end).length - 1, `${where}: ${end}`).toBeLessThanOrEqual(
      html.split(end.replace('/', '')).length,
    )
  // It is there, as text: the test would show nothing otherwise.
  expect(html, where).toContain('&lt;pwned')
}

/** One recipient, our headers and nobody else's, and nothing of the attacker's in the HTML. */
function harmlessMail(mail: ReceivedMail, to: string): void {
  const where = `${mail.parsed.subject}`
  expect(mail.to, where).toBe(to)
  const headers = mail.raw.slice(0, mail.raw.indexOf('\r\n\r\n'))
  const names = [...headers.matchAll(/^([\w-]+):/gm)].map((match) => match[1]?.toLowerCase())
  expect(names, where).not.toContain('bcc')
  expect(names.length, where).toBe(new Set(names).size)
  for (const field of ['from', 'to', 'reply-to', 'sender'] as const)
    for (const { address } of mail.parsed.headers.get(field) ? addressesOf(mail, field) : [])
      expect(['post@muster.test', to], where).toContain(address)
  harmless(mail.parsed.html || '', where)
}

function addressesOf(mail: ReceivedMail, field: string): { address?: string }[] {
  const value = mail.parsed.headers.get(field) as { value?: { address?: string }[] } | string
  return typeof value === 'string' ? [{ address: value }] : (value.value ?? [])
}

describe('texts that would be markup or headers', () => {
  it('are text in the confirmation of an order', async () => {
    const lines = [
      { name: hostile('Ware'), unit: hostile('St'), sku: 'X', quantity: 1, unitPrice: 100, taxRate: 19 },
    ]
    const order = (
      await sales.post('/orders', { customer, name: hostile('Auftrag'), description: hostile('Text'), lines })
    ).body.doc.id
    expect((await sales.post(`/orders/${order}/confirm`)).status).toBe(200)
    harmlessMail(await on.mailTo('eva@kunde.test'), 'eva@kunde.test')
  })

  it('are text in the mails about an account, and on its pages', async () => {
    const newest = (to: string) => eventually(() => on.smtp.mails.findLast((mail) => mail.to === to))
    const invite = { email: 'neu@kunde.test', name: hostile('Neu') }
    expect((await sales.post(`/customers/${customer}/invite`, invite)).status).toBe(201)
    const invitation = await newest('neu@kunde.test')
    harmlessMail(invitation, 'neu@kunde.test')
    const page = await createClient(on.host.api).get(linkIn(invitation))
    expect(page.status).toBe(200)
    expect(page.body).not.toContain('<pwned')
    await createClient(on.host.api).post('/accounts/register', {
      email: 'reg@kunde.test',
      password,
      name: hostile('Rita'),
      company: hostile('Neu'),
    })
    harmlessMail(await newest('reg@kunde.test'), 'reg@kunde.test')

    const { client, email, id } = await shopper(on.host, customer)
    await on.host.payload.update({
      collection: 'accounts',
      id,
      data: { name: hostile('Kim') },
      overrideAccess: true,
    })
    await createClient(on.host.api).post('/accounts/forgot-password', { email })
    await client.post('/accounts/change-email', { email: 'anders@kunde.test', password })
    harmlessMail(await newest('anders@kunde.test'), 'anders@kunde.test')
    await sales.post(`/accounts/${id}/block`)
    await eventually(() => on.smtp.mails.filter((mail) => mail.to === email).length >= 3)
    for (const mail of on.smtp.mails.filter(({ to }) => to === email)) harmlessMail(mail, email)
  })

  it('are text in a newsletter, its web view and the pages behind it', async () => {
    const list: number = (
      await on.marketing.post('/mailing-lists', {
        name: hostile('Liste'),
        description: hostile('Beschreibung'),
        public: true,
      })
    ).body.doc.id
    const email = on.somebody()
    const names = { firstName: hostile('Ada'), lastName: hostile('Lese') }
    const person = await on.subscribed(email, { lists: [list], ...names })
    harmlessMail(await on.mailTo(email), email)
    await on.host.payload.update({
      collection: 'subscribers',
      id: person.id,
      data: names,
      overrideAccess: true,
    })
    const tea = await sales.post('/products', { ...product, price: 1250, taxRate: 7 })
    expect(tea.status, JSON.stringify(tea.body)).toBe(201)
    const id = await writeNewsletter(on.host.payload, {
      subject: hostile('{{firstName|Sie}}'),
      preheader: hostile('Vorschau'),
      webView: true,
      audience: { lists: [list] },
      content: letter(
        paragraph(`${hostile('Inhalt')} {{firstName|Du}} {{lastName|Da}}`),
        block('product', { product: tea.body.doc.id }),
      ),
    })
    const preview = await on.marketing.get(`/newsletters/${id}/preview?subscriber=${person.id}`)
    expect(preview.status, JSON.stringify(preview.body)).toBe(200)
    harmless(preview.body, 'preview')
    const sent = await on.marketing.post(`/newsletters/${id}/send`)
    expect(sent.status, JSON.stringify(sent.body)).toBe(200)
    await eventually(async () => (await statusOf(on.host.databaseUrl, id)) === 'sent', 30_000)
    const mail = on.smtp.mails.findLast(({ to }) => to === email)
    if (!mail) throw new Error('The newsletter has not arrived.')
    harmlessMail(mail, email)
    expect(mail.raw).toMatch(/^List-Unsubscribe: <http/m)

    const base = `${readEnvironment().serverUrl}/api`
    for (const path of [
      '/newsletter/subscribe',
      on.linkOf('preferences', person.id, id),
      on.linkOf('unsubscribe', person.id, id),
      webViewUrl(on.host.payload, id).replace(base, ''),
    ]) {
      const page = await on.send(path)
      expect(page.status, path).toBe(200)
      harmless(await page.text(), path)
    }
    const evidence = await on.marketing.get(`/subscribers/${person.id}/evidence`)
    harmless(evidence.body, 'evidence')
  })

  it('are text in what is told about a person', async () => {
    const { body, status } = await admin.get(
      `/customers/${customer}/gdpr-export?person=eva@kunde.test&format=html`,
    )
    expect(status).toBe(200)
    harmless(body, 'export')
  })
})
