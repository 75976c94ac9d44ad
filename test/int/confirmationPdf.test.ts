import { createHash } from 'node:crypto'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mailTo, shopper } from '../support/accounts.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { openShop, type Shop } from '../support/shop.js'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  await shop.host.payload.updateGlobal({
    slug: 'crm-settings',
    data: { company: { name: 'Muster Naturkost GmbH', city: 'Köln', vatId: 'DE136695976' } },
  })
})
afterAll(() => shop.close())

const download = async (id: number, token?: string) => {
  const response = await fetch(`${shop.host.api}/orders/${id}/confirmation.pdf`, {
    headers: token ? { Authorization: `JWT ${token}` } : {},
  })
  return {
    status: response.status,
    headers: response.headers,
    file: Buffer.from(await response.arrayBuffer()),
  }
}

describe('the confirmation as PDF', () => {
  it('is attached to the mail, is the same file for the account, and never changes', async () => {
    const { customer, host, product, sales, smtp } = shop
    const { token } = await shopper(host, customer)
    const lines = [
      { product, quantity: 12.5 },
      { name: 'Versand', quantity: 1, unitPrice: 495, taxRate: 19 },
    ]
    const { id } = (await sales.post('/orders', { customer, name: 'Herbst', lines })).body.doc
    expect((await download(id, token)).status).toBe(409)
    const { number } = (await sales.post(`/orders/${id}/confirm`)).body.doc
    const mail = await mailTo(smtp, 'info@muster.test', /Auftragsbestätigung/)
    const [attachment] = mail.parsed.attachments
    expect(attachment).toMatchObject({
      contentType: 'application/pdf',
      filename: `Auftragsbestaetigung-${number}.pdf`,
    })
    const first = await download(id, token)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('application/pdf')
    expect(first.file.subarray(0, 5).toString()).toBe('%PDF-')
    const digest = createHash('sha256').update(first.file).digest('hex')
    expect(
      createHash('sha256')
        .update(attachment?.content ?? '')
        .digest('hex'),
    ).toBe(digest)
    const row = await eventually(async () => {
      const rows = await query(
        host.databaseUrl,
        `SELECT * FROM mails WHERE order_id = $1 AND state = 'sent'`,
        [id],
      )
      return rows[0]
    })
    expect(row.attachment_digest).toBe(digest)

    // Customer, product and the house's own data change; the document does not.
    await sales.patch(`/customers/${customer}`, { company: 'Umbenannt' })
    await sales.patch(`/products/${product}`, { price: 1 })
    await host.payload.updateGlobal({ slug: 'crm-settings', data: { company: { name: 'Neue Firma' } } })
    expect((await download(id, token)).file.equals(first.file)).toBe(true)
    expect((await download(id)).status).toBe(403)
  })

  it('shows what the order says, on as many pages as it takes, in English for an English customer', async () => {
    const { host, sales } = shop
    const english = { company: 'Łódź Ηλίος Ltd', email: 'a@acme.test', language: 'en' }
    const customer = (await sales.post('/customers', english)).body.doc.id
    const lines = Array.from({ length: 60 }, (_, index) => ({
      name: `Item ${index + 1}`,
      quantity: 1,
      unitPrice: 100 + index,
      taxRate: 19,
    }))
    const { id } = (await sales.post('/orders', { customer, name: 'Spring', lines })).body.doc
    const { totals } = (await sales.post(`/orders/${id}/confirm`)).body.doc
    const { token } = await shopper(host, customer)
    const { file } = await download(id, token)
    const { text, totalPages } = await extractText(new Uint8Array(file), { mergePages: true })
    for (let index = 1; index <= 60; index += 1) expect(text).toMatch(new RegExp(`Item ${index}\\b`))
    expect(text).toContain('Łódź Ηλίος Ltd')
    expect(text).toContain(`€${(totals.gross / 100).toFixed(2)}`)
    expect(totalPages).toBeGreaterThan(1)
    expect(text).toContain(`Page ${totalPages} of ${totalPages}`)
  })
})
