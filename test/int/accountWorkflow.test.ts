import { createCrmWorker, type CrmWorker } from 'mozaikoo-crm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { linkIn, logIn, mailTo, password, setAccountSettings, shopper, tokenIn } from '../support/accounts.js'
import { createClient, staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startHost, type TestHost } from '../support/host.js'
import { startSmtpServer } from '../support/smtpServer.js'

let host: TestHost
let worker: CrmWorker
let smtp: Awaited<ReturnType<typeof startSmtpServer>>
let admin: Client
let sales: Client
let customer: number
let product: number
const anybody = (language?: string) => createClient(host.api, undefined, language)
const another = 'ein anderes Passwort'
const addressOf = (name: string) => `${name}-${Math.random().toString(36).slice(2)}@kunde.test`
const register = (email: string, more: object = {}) =>
  anybody().post('/accounts/register', { email, password, name: 'Rita Neu', company: 'Neu GmbH', ...more })

beforeAll(async () => {
  smtp = await startSmtpServer()
  host = await startHost({ smtpUrl: smtp.url })
  worker = await createCrmWorker(host.payload)
  admin = await staff(host.payload, host.api, 'admin')
  sales = await staff(host.payload, host.api, 'sales')
  customer = (await sales.post('/customers', { company: 'Muster AG', email: 'info@muster.test' })).body.doc.id
  product = (await sales.post('/products', { name: 'Tee', sku: 'T-1', price: 1250, taxRate: 7 })).body.doc.id
})
beforeEach(() => query(host.databaseUrl, 'DELETE FROM crm_rate_limits'))
afterAll(async () => {
  await worker.close()
  await host.close()
  await smtp.close()
})

describe('an invitation', () => {
  it('leads from the mail to a login and an order', async () => {
    const invited = await sales.post(`/customers/${customer}/invite`, {
      email: 'Anna@Muster.test',
      name: 'Anna Groß',
    })
    expect(invited).toMatchObject({
      status: 201,
      body: { doc: { email: 'anna@muster.test', status: 'invited' } },
    })
    const mail = await mailTo(smtp, 'anna@muster.test', /Kundenkonto/)
    expect(mail.parsed.text).toContain('Guten Tag Anna Groß')

    const page = await anybody().get(linkIn(mail))
    expect(page.status).toBe(200)
    expect(page.body).toContain('Einladung annehmen')
    const refused = await anybody().post('/accounts/login', { email: 'anna@muster.test', password })
    expect(refused.status).toBe(401)

    const accepted = await anybody().post('/accounts/accept-invitation', { token: tokenIn(mail), password })
    expect(accepted.status).toBe(200)
    await mailTo(smtp, 'anna@muster.test', /Willkommen/)
    const anna = createClient(host.api, await logIn(host.api, 'anna@muster.test'))
    const order = await anna.post('/orders?depth=0', { lines: [{ product, quantity: 2 }] })
    expect(order).toMatchObject({
      status: 201,
      body: {
        doc: {
          customer,
          status: 'open',
          totals: { net: 2500, gross: 2675 },
          orderedBy: invited.body.doc.id,
        },
      },
    })
    expect(order.body.doc.name).toMatch(/^Bestellung vom \d\d\.\d\d\.\d{4}$/)
    expect((await anna.get('/orders')).body.totalDocs).toBe(1)
    expect(
      (await anybody().post('/accounts/accept-invitation', { token: tokenIn(mail), password })).status,
    ).toBe(403)
  })

  it('works by the page alone, without JavaScript, in the language of the browser', async () => {
    const email = addressOf('page')
    await sales.post(`/customers/${customer}/invite`, { email, name: 'Paula' })
    const link = linkIn(await mailTo(smtp, email, /Kundenkonto/))
    const submit = (secret: string) =>
      fetch(`${host.api}${link}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Accept-Language': 'en' },
        body: new URLSearchParams({ password: secret }),
      })
    const short = await submit('short')
    expect(short.status).toBe(400)
    expect(await short.text()).toContain('Please choose a password of 10 to 200 characters.')
    const done = await submit(password)
    expect(done.status).toBe(200)
    expect(await done.text()).toContain('Your account is ready.')
    expect(done.headers.get('referrer-policy')).toBe('no-referrer')
    expect(done.headers.get('cache-control')).toBe('no-store')
    await logIn(host.api, email)
    expect((await submit(password)).status).toBe(403)
  })

  it('sent again makes the first one useless; blocked it opens nothing', async () => {
    const email = addressOf('again')
    const { id } = (await sales.post(`/customers/${customer}/invite`, { email, name: 'Again' })).body.doc
    const first = tokenIn(await mailTo(smtp, email, /Kundenkonto/))
    expect((await sales.post(`/accounts/${id}/invite`)).status).toBe(200)
    const second = await eventually(() => {
      const tokens = smtp.mails.filter((mail) => mail.to === email).map(tokenIn)
      return tokens.find((token) => token !== first)
    })
    expect((await anybody().post('/accounts/accept-invitation', { token: first, password })).status).toBe(403)
    expect((await sales.post(`/accounts/${id}/block`)).body.doc.status).toBe('blocked')
    expect((await anybody().post('/accounts/accept-invitation', { token: second, password })).status).toBe(
      403,
    )
    expect((await sales.post(`/accounts/${id}/unblock`)).body.doc.status).toBe('invited')
  })

  it('is refused for an address that belongs to another customer, and for who has no right', async () => {
    const other = (await sales.post('/customers', { company: 'Andere' })).body.doc.id
    const email = addressOf('taken')
    await shopper(host, customer, email)
    const path = (id: number) => `/customers/${id}/invite`
    expect((await sales.post(path(other), { email, name: 'X' })).status).toBe(409)
    expect((await sales.post(path(customer), { email, name: 'X' })).status).toBe(409)
    expect((await sales.post(path(999_999), { email, name: 'X' })).status).toBe(404)
    expect(
      (await sales.post(path(customer), { email: 'nobody', name: ' ' })).body.errors[0].data.errors,
    ).toMatchObject([{ path: 'email' }, { path: 'name' }])
    const marketing = await staff(host.payload, host.api, 'marketing')
    expect((await marketing.post(path(customer), { email, name: 'X' })).status).toBe(403)
    expect((await anybody().post(path(customer), { email, name: 'X' })).status).toBe(403)
  })
})

describe('a registration', () => {
  it('is refused when it is off', async () => {
    await setAccountSettings(host.payload, { registration: 'off' })
    expect((await register(addressOf('off'))).status).toBe(403)
  })

  it('with confirmation makes a customer and an active account, once the address is confirmed', async () => {
    await setAccountSettings(host.payload, { registration: 'confirmation' })
    const email = addressOf('rita')
    expect((await register(email)).status).toBe(202)
    const mail = await mailTo(smtp, email, /bestätigen Sie Ihre E-Mail/)
    expect(mail.parsed.text).not.toContain('Rita')
    expect((await anybody().post('/accounts/login', { email, password })).status).toBe(401)
    // Reading the page, as scanners do, confirms nothing.
    expect((await anybody().get(linkIn(mail))).status).toBe(200)
    expect((await anybody().post('/accounts/login', { email, password })).status).toBe(401)
    expect((await anybody().post(`/accounts/verify/${tokenIn(mail)}`)).status).toBe(200)
    expect((await anybody().post(`/accounts/verify/${tokenIn(mail)}`)).status).toBe(403)
    const client = createClient(host.api, await logIn(host.api, email))
    expect((await client.get('/customers')).body.docs).toMatchObject([{ company: 'Neu GmbH', email }])
    await mailTo(smtp, email, /Willkommen/)
  })

  it('with approval waits for staff, who may say to whom it belongs', async () => {
    await setAccountSettings(host.payload, { registration: 'approval' })
    const email = addressOf('wait')
    await register(email, { language: 'en' })
    const mail = await mailTo(smtp, email, /Please confirm/)
    const verified = await anybody('en').post(`/accounts/verify/${tokenIn(mail)}`)
    expect(verified.body.message).toContain('We will check your registration')
    await mailTo(smtp, email, /checking your registration/)
    expect((await anybody().post('/accounts/login', { email, password })).status).toBe(401)
    const { id } = (await sales.get(`/accounts?where[email][equals]=${email}`)).body.docs[0]
    expect((await sales.post(`/accounts/${id}/approve`, { customer: 999_999 })).status).toBe(400)
    expect((await sales.post(`/accounts/${id}/approve`, { customer })).body.doc).toMatchObject({
      status: 'active',
      customer,
    })
    expect((await sales.post(`/accounts/${id}/approve`)).status).toBe(409)
    await logIn(host.api, email)
  })

  it('of an unconfirmed address again: the newest link and password count', async () => {
    await setAccountSettings(host.payload, { registration: 'confirmation' })
    const email = addressOf('twice')
    await register(email)
    const first = tokenIn(await mailTo(smtp, email, /bestätigen/))
    await register(email, { password: another })
    const second = await eventually(() =>
      smtp.mails
        .filter((mail) => mail.to === email)
        .map(tokenIn)
        .find((token) => token !== first),
    )
    expect((await anybody().post(`/accounts/verify/${first}`)).status).toBe(403)
    expect((await anybody().post(`/accounts/verify/${second}`)).status).toBe(200)
    await expect(logIn(host.api, email, password)).rejects.toThrow()
    await logIn(host.api, email, another)
  })
})

describe('a forgotten password', () => {
  it('is set anew once by the link; sessions, other links and the old password end', async () => {
    const { client, email } = await shopper(host, customer)
    expect((await anybody().post('/accounts/forgot-password', { email: email.toUpperCase() })).status).toBe(
      202,
    )
    const mail = await mailTo(smtp, email, /Neues Passwort/)
    const token = tokenIn(mail)
    expect((await anybody().post('/accounts/reset-password', { token, password: 'short' })).status).toBe(400)
    const reset = await anybody().post('/accounts/reset-password', { token, password: another })
    expect(reset.status).toBe(200)
    expect((await anybody().post('/accounts/reset-password', { token, password })).status).toBe(403)
    expect((await client.get('/accounts/me')).body.user).toBeNull()
    await expect(logIn(host.api, email)).rejects.toThrow()
    await logIn(host.api, email, another)
    await mailTo(smtp, email, /Passwort wurde geändert/)
  })

  it('link is useless once the password was changed otherwise', async () => {
    const { client, email } = await shopper(host, customer)
    await anybody().post('/accounts/forgot-password', { email })
    const token = tokenIn(await mailTo(smtp, email, /Neues Passwort/))
    const changed = await client.post('/accounts/change-password', {
      currentPassword: password,
      password: another,
    })
    expect(changed.status).toBe(200)
    await mailTo(smtp, email, /Passwort wurde geändert/)
    expect((await anybody().post('/accounts/reset-password', { token, password })).status).toBe(403)
  })

  it('by an invited person leads to the invitation', async () => {
    const email = addressOf('early')
    await sales.post(`/customers/${customer}/invite`, { email, name: 'Eva' })
    await mailTo(smtp, email, /Kundenkonto/)
    await anybody().post('/accounts/forgot-password', { email })
    await eventually(() => smtp.mails.filter((mail) => mail.to === email).length === 2)
    expect(
      smtp.mails
        .filter((mail) => mail.to === email)
        .map(linkIn)
        .every((link) => link.includes('accept')),
    ).toBe(true)
  })
})

describe('an account', () => {
  it('changes its password only with the present one', async () => {
    const { client, email } = await shopper(host, customer)
    const wrong = await client.post('/accounts/change-password', {
      currentPassword: 'falsch',
      password: another,
    })
    expect(wrong.status).toBe(400)
    expect(wrong.body.errors[0].data.errors[0].path).toBe('currentPassword')
    await logIn(host.api, email)
  })

  it('changes its address by confirming the new one; both are told', async () => {
    const { client, email, id } = await shopper(host, customer)
    const next = addressOf('next')
    expect((await client.post('/accounts/change-email', { email: next, password: 'falsch' })).status).toBe(
      400,
    )
    expect((await client.post('/accounts/change-email', { email: next, password })).status).toBe(202)
    await mailTo(smtp, email, /soll geändert werden/)
    const link = linkIn(await mailTo(smtp, next, /neue E-Mail-Adresse/))
    expect((await client.get('/accounts/me')).body.user.email).toBe(email)
    expect((await anybody().post(link)).status).toBe(200)
    expect((await sales.get(`/accounts/${id}`)).body.email).toBe(next)
    await mailTo(smtp, email, /wurde geändert/)
    await mailTo(smtp, next, /wurde geändert/)
    expect((await anybody().post(link)).status).toBe(403)
  })

  it('that wants an address somebody has gets the same answer, and only the owner learns', async () => {
    const owner = await shopper(host, customer)
    const { client } = await shopper(host, customer)
    const free = await client.post('/accounts/change-email', { email: addressOf('free'), password })
    const taken = await client.post('/accounts/change-email', { email: owner.email, password })
    expect(taken).toEqual(free)
    await mailTo(smtp, owner.email, /schon ein Kundenkonto/)
  })

  it('that is blocked is out at once, and told', async () => {
    const { client, email, id } = await shopper(host, customer)
    expect((await sales.post(`/accounts/${id}/block`)).status).toBe(200)
    expect((await client.get('/orders')).status).toBe(403)
    expect((await anybody().post('/accounts/login', { email, password })).status).toBe(401)
    await mailTo(smtp, email, /gesperrt/)
    await sales.post(`/accounts/${id}/unblock`)
    expect((await sales.get(`/accounts/${id}`)).body.status).toBe('active')
    await logIn(host.api, email)
  })

  it('deletes itself with its password, and is told', async () => {
    const { client, email, id } = await shopper(host, customer)
    expect((await client.post('/accounts/delete', { password: 'falsch' })).status).toBe(400)
    expect((await client.post('/accounts/delete', { password })).status).toBe(200)
    expect((await admin.get(`/accounts/${id}`)).status).toBe(404)
    await mailTo(smtp, email, /gelöscht/)
  })

  it('goes with its customer', async () => {
    const gone = (await sales.post('/customers', { company: 'Weg' })).body.doc.id
    const { email, id } = await shopper(host, gone)
    expect((await sales.delete(`/customers/${gone}`)).status).toBe(200)
    expect((await admin.get(`/accounts/${id}`)).status).toBe(404)
    await mailTo(smtp, email, /gelöscht/)
  })
})

describe('the mails', () => {
  it('keep no link in the ledger, and the database holds no token in clear', async () => {
    const { email } = await shopper(host, customer)
    await anybody().post('/accounts/forgot-password', { email })
    const token = tokenIn(await mailTo(smtp, email, /Neues Passwort/))
    const row = await eventually(async () => {
      const rows = await query(
        host.databaseUrl,
        `SELECT html, text FROM mails WHERE "to" = $1 AND state = 'sent'`,
        [email],
      )
      return rows[0]
    })
    expect(String(row.text)).toContain('[Link nicht aufbewahrt]')
    const tables = await query<{ name: string }>(
      host.databaseUrl,
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    )
    for (const { name } of tables) {
      const found = await query(host.databaseUrl, `SELECT 1 FROM "${name}" AS t WHERE t::text LIKE $1`, [
        `%${token}%`,
      ])
      expect(found, name).toEqual([])
    }
  })

  it('lead to the shop when the settings name it', async () => {
    const linkTemplate = 'https://shop.example.com/konto/{action}?t={token}'
    await setAccountSettings(host.payload, { linkTemplate })
    const email = addressOf('shop')
    await sales.post(`/customers/${customer}/invite`, { email, name: 'Shop' })
    const mail = await mailTo(smtp, email, /Kundenkonto/)
    expect(mail.parsed.text).toMatch(/https:\/\/shop\.example\.com\/konto\/accept-invitation\?t=[\w-]{43}\n/)
    await setAccountSettings(host.payload, { linkTemplate: null })
    const bad = await admin.post('/globals/crm-settings', {
      accounts: { linkTemplate: 'javascript:{action}{token}' },
    })
    expect(bad.status).toBe(400)
  })

  it('are not there when the change is rolled back', async () => {
    const email = addressOf('rolled')
    const before = await query(host.databaseUrl, 'SELECT count(*) FROM mails')
    const nobody = await sales.post(`/customers/999999/invite`, { email, name: 'X' })
    expect(nobody.status).toBe(404)
    expect(await query(host.databaseUrl, 'SELECT count(*) FROM mails')).toEqual(before)
  })
})
