import { createCrmWorker, type CrmWorker } from 'mozaikoo-crm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, logIn, mailTo, password, tokenIn } from '../support/accounts.js'
import { createClient, staff, type Client } from '../support/client.js'
import { startHost, type TestHost } from '../support/host.js'
import { startSmtpServer } from '../support/smtpServer.js'

let host: TestHost
let worker: CrmWorker
let smtp: Awaited<ReturnType<typeof startSmtpServer>>
let sales: Client
let customer: number
let product: number
const anybody = () => createClient(host.api)

beforeAll(async () => {
  smtp = await startSmtpServer()
  host = await startHost({ smtpUrl: smtp.url })
  worker = await createCrmWorker(host.payload)
  await staff(host.payload, host.api, 'admin')
  sales = await staff(host.payload, host.api, 'sales')
  customer = (await sales.post('/customers', { company: 'Muster AG', email: 'info@muster.test' })).body.doc.id
  product = (await sales.post('/products', { name: 'Tee', sku: 'T-1', price: 1250, taxRate: 7 })).body.doc.id
})
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
        doc: { customer, status: 'open', totals: { net: 2500, gross: 2675 }, orderedBy: invited.body.doc.id },
      },
    })
    expect(order.body.doc.name).toMatch(/^Bestellung vom \d\d\.\d\d\.\d{4}$/)
    expect((await anna.get('/orders')).body.totalDocs).toBe(1)
  })
})
