import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { linkIn, logIn, mailTo, password, setAccountSettings, shopper, tokenIn } from '../support/accounts.js'
import { createClient, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import type { TestHost } from '../support/host.js'
import { openShop, type Shop } from '../support/shop.js'

let shop: Shop
let host: TestHost
let smtp: Shop['smtp']
let sales: Client
let customer: number
let admin: Client
const anybody = (language?: string) => createClient(host.api, undefined, language)
const another = 'ein anderes Passwort'
const addressOf = (name: string) => `${name}-${Math.random().toString(36).slice(2)}@kunde.test`

beforeAll(async () => {
  shop = await openShop()
  ;({ admin, customer, host, sales, smtp } = shop)
})
beforeEach(() => query(host.databaseUrl, 'DELETE FROM crm_rate_limits'))
afterAll(() => shop.close())

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

  it('ends what somebody else may have begun: a pending change of the address', async () => {
    const { client, email } = await shopper(host, customer)
    const foreign = addressOf('foreign')
    await client.post('/accounts/change-email', { email: foreign, password })
    const link = linkIn(await mailTo(smtp, foreign, /neue E-Mail-Adresse/))
    await anybody().post('/accounts/forgot-password', { email })
    const token = tokenIn(await mailTo(smtp, email, /Neues Passwort/))
    expect((await anybody().post('/accounts/reset-password', { token, password: another })).status).toBe(200)
    expect((await anybody().post(link)).status).toBe(403)
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
