import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateTypes } from 'payload/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Customer, Order, Product } from 'mozaikoo-crm/types'
import { documentTypes, documentTypesFile } from '../../scripts/documentTypes.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
const folder = mkdtempSync(path.join(tmpdir(), 'mozaikoo-crm-types-'))

beforeAll(async () => {
  host = await startHost()
})
afterAll(async () => {
  delete process.env.PAYLOAD_TS_OUTPUT_PATH
  rmSync(folder, { recursive: true })
  await host.close()
})

it('the exported types of the documents are those of the collections (else: npm run generate)', async () => {
  process.env.PAYLOAD_TS_OUTPUT_PATH = path.join(folder, 'types.ts')
  await generateTypes(host.payload.config, { log: false })
  const generated = readFileSync(process.env.PAYLOAD_TS_OUTPUT_PATH, 'utf8')
  expect(readFileSync(documentTypesFile, 'utf8')).toBe(await documentTypes(generated))
})

it('the exported types hold what a consumer works with, and nothing of the inside', () => {
  // The compiler checks these, as it would for a consumer.
  const customer: Pick<Customer, 'company' | 'language'> = { company: 'Muster AG', language: 'de' }
  const product: Pick<Product, 'name' | 'price'> = { name: 'Tee', price: 1250 }
  const status: Order['status'] = 'open'
  expect([customer.company, product.price, status]).toEqual(['Muster AG', 1250, 'open'])
  const types = readFileSync(documentTypesFile, 'utf8')
  for (const name of [
    'Customer',
    'Activity',
    'Product',
    'Order',
    'Newsletter',
    'Subscriber',
    'Account',
    'CrmSetting',
  ])
    expect(types).toContain(`export interface ${name} {`)
  expect(types).not.toMatch(/interface (CrmAccountToken|CrmRateLimit|Payload\w+|Config)\b/)
})
