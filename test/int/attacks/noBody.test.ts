import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultSlugs } from '../../../src/config/slugs.js'
import { staff, type Client } from '../../support/client.js'
import { startHost, type TestHost } from '../../support/host.js'

let host: TestHost
let admin: Client

beforeAll(async () => {
  host = await startHost()
  host.payload.logger.level = 'silent'
  admin = await staff(host.payload, host.api, 'admin')
  const customer = (await admin.post('/customers', { company: 'Muster AG' })).body.doc.id
  await admin.post('/orders', { customer, name: 'Herbst' })
})
afterAll(() => host.close())

it.each([
  ['no body', {}, undefined],
  ['a body of no type', { 'Content-Type': '' }, '{"company":"X"}'],
  ['JSON that says it is text, as fetch does by itself', { 'Content-Type': 'text/plain' }, '{"company":"X"}'],
  ['a form without its data', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'company=X'],
])('a write with %s is refused, in any collection', async (_, headers, body) => {
  const failed: string[] = []
  // A picture may be all that is sent for a picture.
  const slugs = Object.values(defaultSlugs).filter((slug) => slug !== 'newsletter-images')
  const paths = slugs.flatMap((slug) => [
    ['POST', `/${slug}`],
    ['PATCH', `/${slug}/1`],
    ['PATCH', `/${slug}?where[id][equals]=1`],
    ['POST', `/globals/${slug}`],
  ])
  for (const [method = '', path = ''] of paths) {
    const answer = await fetch(`${host.api}${path}`, {
      method,
      headers: { Authorization: `JWT ${admin.token ?? ''}`, ...headers },
      ...(body === undefined ? {} : { body }),
    })
    if (answer.status < 400 || answer.status >= 500) failed.push(`${method} ${path} ${answer.status}`)
  }
  expect(failed).toEqual([])
})
