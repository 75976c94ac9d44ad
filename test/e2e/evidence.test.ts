import { AxeBuilder } from '@axe-core/playwright'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signSubscriberToken, type TokenPurpose } from '../../src/mail/subscriberToken.js'
import { createClient } from '../support/client.js'
import { query } from '../support/database.js'
import { startSite, type Site } from '../support/site.js'

let site: Site
const login = { email: 'admin@mozaikoo.test', password: 'secret-password' }

beforeAll(async () => {
  site = await startSite()
  await site.payload.create({ collection: 'users', data: { ...login, name: 'Erika' }, overrideAccess: true })
})
afterAll(() => site.close())

const pathOf = (purpose: TokenPurpose, id: number) =>
  `/api/newsletter/${purpose}/${signSubscriberToken(site.payload.secret, purpose, id)}`
const statusOf = async (id: number) =>
  (await query<any>(site.databaseUrl, 'SELECT status FROM subscribers WHERE id = $1', [id]))[0].status

describe('the evidence in the production build', () => {
  it('is a page that prints, and a PDF', async () => {
    const req = await createLocalReq({}, site.payload)
    const data = { email: 'neu@kunde.test', requestedAt: new Date().toISOString() }
    const id = (await site.payload.create({ collection: 'subscribers', data, req })).id as number
    await fetch(`${site.url}${pathOf('confirm', id)}`, { method: 'POST' })
    const { token } = (await createClient(`${site.url}/api`).post('/users/login', login)).body
    const context = await site.open('de')
    const page = await context.newPage()
    await page.setExtraHTTPHeaders({ Authorization: `JWT ${token}`, 'Accept-Language': 'de' })
    await page.goto(`/api/subscribers/${id}/evidence`)
    expect(await page.textContent('h1')).toBe('Nachweis der Einwilligung')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map((entry) => entry.id)).toEqual([])
    const pdf = await context.request.get(`/api/subscribers/${id}/evidence.pdf`, {
      headers: { Authorization: `JWT ${token}` },
    })
    expect(pdf.status()).toBe(200)
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
    // No script of the browser's own may run on these pages: one click by a mail program needs none either.
    expect(await (await fetch(`${site.url}${pathOf('unsubscribe', id)}`, { method: 'HEAD' })).text()).toBe('')
    expect(await statusOf(id)).toBe('confirmed')
    await context.close()
  })
})
