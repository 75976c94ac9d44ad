import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { linkIn, logIn, mailTo, password, setAccountSettings, shopper, tokenIn } from '../support/accounts.js'
import { createClient, staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import type { TestHost } from '../support/host.js'
import { openShop, type Shop } from '../support/shop.js'

let shop: Shop
let host: TestHost
let smtp: Shop['smtp']
let sales: Client
let customer: number
let product: number
const anybody = (language?: string) => createClient(host.api, undefined, language)
const another = 'ein anderes Passwort'
const addressOf = (name: string) => `${name}-${Math.random().toString(36).slice(2)}@kunde.test`
const register = (email: string, more: object = {}) =>
  anybody().post('/accounts/register', { email, password, name: 'Rita Neu', company: 'Neu GmbH', ...more })

beforeAll(async () => {
  shop = await openShop()
  ;({ product, customer, host, sales, smtp } = shop)
})
beforeEach(() => query(host.databaseUrl, 'DELETE FROM crm_rate_limits'))
afterAll(() => shop.close())

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

  it('works with an address of a domain with letters beyond ASCII, in either spelling', async () => {
    await setAccountSettings(host.payload, { registration: 'confirmation' })
    const name = Math.random().toString(36).slice(2)
    const typed = `${name}@Müller.test`
    const stored = `${name}@xn--mller-kva.test`
    expect((await register(typed)).status).toBe(202)
    // The mail server of the tests tells domains in letters.
    const received = typed.toLowerCase()
    const mail = await mailTo(smtp, received, /bestätigen Sie Ihre E-Mail/)
    expect((await anybody().post(`/accounts/verify/${tokenIn(mail)}`)).status).toBe(200)
    for (const spelling of [typed, stored, typed.toUpperCase()]) await logIn(host.api, spelling)
    expect((await anybody().post('/accounts/forgot-password', { email: typed })).status).toBe(202)
    await mailTo(smtp, received, /Neues Passwort/)
  })

  it('of an address that can get no account says so instead of dropping it', async () => {
    const answer = await register('rita@пример.рф')
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].data.errors[0].path).toBe('email')
  })

  it('with approval waits for staff, who is told and may say to whom it belongs', async () => {
    await setAccountSettings(host.payload, {
      registration: 'approval',
      approvalEmail: 'innendienst@muster.test',
    })
    const email = addressOf('wait')
    await register(email, { language: 'en' })
    const mail = await mailTo(smtp, email, /Please confirm/)
    const verified = await anybody('en').post(`/accounts/verify/${tokenIn(mail)}`)
    expect(verified.body.message).toContain('We will check your registration')
    await mailTo(smtp, email, /checking your registration/)
    expect((await anybody().post('/accounts/login', { email, password })).status).toBe(401)
    const { id } = (await sales.get(`/accounts?where[email][equals]=${email}`)).body.docs[0]
    const told = await mailTo(smtp, 'innendienst@muster.test', /wartet auf Freigabe/)
    expect(told.parsed.text).toContain(`http://localhost:3000/admin/collections/accounts/${id}\n`)
    expect(told.parsed.html).toContain(`href="http://localhost:3000/admin/collections/accounts/${id}"`)
    // Nothing that a stranger typed.
    expect(JSON.stringify(told.parsed)).not.toMatch(/Rita|Neu GmbH|wait-/)
    expect((await sales.post(`/accounts/${id}/approve`, { customer: 999_999 })).status).toBe(400)
    expect((await sales.post(`/accounts/${id}/approve`, { customer })).body.doc).toMatchObject({
      status: 'active',
      customer,
    })
    expect((await sales.post(`/accounts/${id}/approve`)).status).toBe(409)
    await logIn(host.api, email)
  })

  it('tells staff in its own language, at the address of the company when none is named, and once', async () => {
    const reports = () =>
      query(host.databaseUrl, `SELECT "to", subject, language FROM mails WHERE kind = 'accountApproval'`)
    const wait = async () => {
      await query(host.databaseUrl, `DELETE FROM mails WHERE kind = 'accountApproval'`)
      const email = addressOf('company')
      await register(email)
      const token = tokenIn(await mailTo(smtp, email, /bestätigen/))
      for (let attempt = 0; attempt < 2; attempt += 1) await anybody().post(`/accounts/verify/${token}`)
      await register(email)
      return reports()
    }
    const accounts = { registration: 'approval', approvalEmail: null, approvalLanguage: 'en' }
    await setAccountSettings(host.payload, accounts)
    expect(await wait()).toEqual([])
    const company = (email: string | null) =>
      host.payload.updateGlobal({ slug: 'crm-settings', data: { company: { email } }, overrideAccess: true })
    await company('firma@muster.test')
    const subject = 'A registration is waiting for approval'
    expect(await wait()).toEqual([{ to: 'firma@muster.test', subject, language: 'en' }])
    await company(null)
    await setAccountSettings(host.payload, { registration: 'confirmation', approvalEmail: 'x@muster.test' })
    expect(await wait()).toEqual([])
  })

  it.each(['confirmation', 'approval'] as const)(
    'of an unconfirmed address again, by %s: neither password counts, its owner chooses one by the link',
    async (registration) => {
      await setAccountSettings(host.payload, { registration })
      const email = addressOf(`twice-${registration}`)
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
      expect((await anybody().post(`/accounts/verify/${second}`)).status).toBe(403)
      expect((await anybody().post(`/accounts/accept-invitation/${second}`, {})).status).toBe(400)
      const own = 'das Passwort der Besitzerin 1'
      const chosen = await anybody().post('/accounts/accept-invitation', { token: second, password: own })
      expect(chosen.status, JSON.stringify(chosen.body)).toBe(200)
      for (const foreign of [password, another])
        await expect(logIn(host.api, email, foreign)).rejects.toThrow()
      if (registration === 'confirmation') await logIn(host.api, email, own)
      else await expect(logIn(host.api, email, own)).rejects.toThrow()
      const { docs } = await host.payload.find({
        collection: 'accounts',
        where: { email: { equals: email } },
      })
      expect(docs[0]).toMatchObject({ status: registration === 'confirmation' ? 'active' : 'invited' })
      expect(docs[0]?.verifiedAt).toBeTruthy()
    },
  )
})
