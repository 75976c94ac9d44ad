import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startDnsServer } from '../support/dnsServer.js'
import { startHost, type TestHost } from '../support/host.js'
import { letter, link, paragraph } from '../../scripts/demo/letterNodes.js'

const signing = { DKIM_DOMAIN: 'muster.test', DKIM_SELECTOR: 'mail' }
let host: TestHost
let marketing: Client
let sales: Client
let dns: Awaited<ReturnType<typeof startDnsServer>>
const people: { id: number }[] = []

beforeAll(async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  dns = await startDnsServer({
    'muster.test': ['v=spf1 mx -all'],
    '_dmarc.muster.test': ['v=DMARC1; p=reject'],
    'mail._domainkey.muster.test': [`v=DKIM1; p=${publicKey.toString('base64')}`],
  })
  process.env.CRM_DNS_SERVERS = dns.address
  Object.assign(process.env, signing, { DKIM_PRIVATE_KEY: privateKey })
  host = await startHost()
  await staff(host.payload, host.api, 'admin')
  marketing = await staff(host.payload, host.api, 'marketing')
  sales = await staff(host.payload, host.api, 'sales')
  for (let index = 0; index < 6; index += 1) {
    const data = { email: `p${index}@leser.test`, status: 'confirmed', legalBasis: 'doubleOptIn' }
    const { id } = await host.payload.create({ collection: 'subscribers', data, overrideAccess: true })
    people.push({ id: id as number })
  }
})
afterAll(async () => {
  for (const name of ['CRM_DNS_SERVERS', 'DKIM_PRIVATE_KEY', ...Object.keys(signing)])
    delete process.env[name]
  await host.close()
  await dns.close()
})

describe('the traffic light', () => {
  it('is red until everything is in order', async () => {
    const created = await marketing.post('/newsletters', { name: 'a', subject: 'b' })
    const id: number = created.body.doc.id
    const red = (await marketing.get(`/newsletters/${id}/preflight`)).body
    expect(red.light).toBe('red')
    const reds = red.findings.filter((one: any) => one.light === 'red').map((one: any) => one.check)
    expect(reds).toEqual(expect.arrayContaining(['content', 'impressum']))
    expect(JSON.stringify(red.findings)).toContain('Der Newsletter ist noch leer.')

    await host.payload.updateGlobal({
      slug: 'crm-settings',
      overrideAccess: true,
      data: {
        sender: { email: 'news@muster.test' },
        company: { name: 'Muster GmbH', street: 'Weg 1', postalCode: '10115', city: 'Berlin' },
        newsletter: { dkimSelector: 'mail' },
      },
    })
    await marketing.patch(`/newsletters/${id}`, { content: letter(paragraph('Hallo')) })
    const green = (await marketing.get(`/newsletters/${id}/preflight`)).body
    expect(green.findings.filter((one: any) => one.light !== 'green')).toEqual([])
    expect(green.light).toBe('green')
    for (const one of green.findings) expect(one.message).not.toMatch(/newsletterCheck|\{\{/)

    // In each language that somebody of the audience reads.
    const sizeIn = async () =>
      (await marketing.get(`/newsletters/${id}/preflight`)).body.findings.find(
        (one: any) => one.check === 'size',
      ).message
    expect(await sizeIn()).toMatch(/^Deutsch: \d+ kB\. /)
    const one = { collection: 'subscribers', id: people[0]?.id ?? 0, overrideAccess: true } as const
    await host.payload.update({ ...one, data: { language: 'en' } })
    expect(await sizeIn()).toMatch(/^Deutsch: \d+ kB, Englisch: \d+ kB\. /)
    await marketing.patch(`/newsletters/${id}`, { audience: { languages: ['en'] } })
    expect(await sizeIn()).toMatch(/^Englisch: \d+ kB\. /)
    await host.payload.update({ ...one, data: { language: 'de' } })
    expect(await sizeIn()).toMatch(/^Deutsch: \d+ kB, Englisch: \d+ kB\. /)
    await marketing.patch(`/newsletters/${id}`, { audience: null })

    // As it goes out: with the longer links of a letter that is counted.
    const kilobytes = async () => Number(/(\d+) kB/.exec(await sizeIn())?.[1])
    const links = Array.from({ length: 100 }, (_, index) => link(`https://muster.test/${index}`, 'hier'))
    await marketing.patch(`/newsletters/${id}`, { content: letter(paragraph(...links)) })
    const uncounted = await kilobytes()
    const count = (tracking: string) =>
      host.payload.updateGlobal({
        slug: 'crm-settings',
        overrideAccess: true,
        data: { newsletter: { tracking } },
      })
    await count('anonymous')
    // A signed address has some ninety bytes more.
    expect(await kilobytes()).toBeGreaterThan(uncounted + 5)
    await count('off')

    // We sign: then it is our key that has to be there.
    const byCheck = (body: any) =>
      Object.fromEntries(body.findings.map((one: any) => [one.check, `${one.light} ${one.what}`]))
    expect(byCheck(green)).toMatchObject({ dkim: 'green ok', signature: 'green ok' })
    const published = dns.records['mail._domainkey.muster.test'] ?? []
    dns.records['mail._domainkey.muster.test'] = ['v=DKIM1; p=AAAA']
    const other = byCheck((await marketing.get(`/newsletters/${id}/preflight`)).body)
    expect(other).toMatchObject({ dkim: 'red other', signature: 'green ok' })
    dns.records['mail._domainkey.muster.test'] = published

    // Other servers are asked only when somebody wants it, and none in a private network.
    expect(byCheck(green).reach).toBeUndefined()
    await marketing.patch(`/newsletters/${id}`, {
      content: letter(paragraph(link(`http://127.0.0.1:${new URL(host.api).port}/`, 'hier'))),
    })
    const asked = (await marketing.get(`/newsletters/${id}/preflight?links=true`)).body
    expect(byCheck(asked).reach).toBe('red bad')
    await host.payload.updateGlobal({ slug: 'crm-settings', data: { newsletter: { checkLinks: true } } })
    expect(byCheck((await marketing.get(`/newsletters/${id}/preflight`)).body).reach).toBe('red bad')
    expect(
      byCheck((await marketing.get(`/newsletters/${id}/preflight?links=false`)).body).reach,
    ).toBeUndefined()

    dns.records['_dmarc.muster.test'] = ['v=DMARC1; p=none', 'v=DMARC1; p=reject']
    const twice = (await marketing.get(`/newsletters/${id}/preflight`)).body
    expect(twice.findings.find((one: any) => one.check === 'dmarc')).toMatchObject({
      light: 'red',
      what: 'twice',
    })
    expect((await sales.get(`/newsletters/${id}/preflight`)).status).toBe(403)
  })
})

describe('the results of a newsletter', () => {
  it('are counted over time and listed for spreadsheets', async () => {
    const created = await marketing.post('/newsletters', { name: 'a', subject: 'b' })
    const id: number = created.body.doc.id
    const mail = (n: number, state: string, at: string, kind = 'orderConfirmation') =>
      query(
        host.databaseUrl,
        `INSERT INTO mails (kind, state, "to", subject, newsletter_id, subscriber_id, dedupe_key, sent_at, updated_at, attempts)
         VALUES ($1, $2, $3, 'b', $4, $5, $6, $7, $7, 1)`,
        [
          kind,
          state,
          n === 1 ? '=cmd@leser.test' : `p${n}@leser.test`,
          id,
          people[n]?.id,
          `t:${id}:${n}:${kind}`,
          at,
        ],
      )
    await mail(0, 'sent', '2026-01-05T09:10:00Z')
    await mail(1, 'sent', '2026-01-05T09:50:00Z')
    await mail(2, 'sent', '2026-01-06T10:00:00Z')
    await mail(3, 'bounced', '2026-01-06T10:01:00Z')
    await mail(4, 'failed', '2026-01-05T09:11:00Z')
    await mail(5, 'sent', '2026-01-05T09:00:00Z', 'newsletterTest')
    await query(
      host.databaseUrl,
      `INSERT INTO consents (subscriber_id, subscriber_key, email, kind, revoked_at) VALUES
        ($1::int, $1::text, 'p0@leser.test', 'revoked', '2026-01-06T10:30:00Z'),
        ($2::int, $2::text, 'p1@leser.test', 'revoked', '2026-01-01T00:00:00Z')`,
      [people[0]?.id, people[1]?.id],
    )
    const { body } = await marketing.get(`/newsletters/${id}/results`)
    expect(body).toMatchObject({
      recipients: 5,
      unsubscribed: 1,
      step: 'hour',
      states: { sent: 3, bounced: 1, failed: 1, queued: 0 },
      series: [
        { at: '2026-01-05T09:00:00.000Z', delivered: 2, bounced: 0, unsubscribed: 0 },
        { at: '2026-01-06T10:00:00.000Z', delivered: 1, bounced: 1, unsubscribed: 1 },
      ],
    })
    const csv = await marketing.get(`/newsletters/${id}/results.csv`)
    const lines = String(csv.body).trim().split('\r\n')
    expect(lines).toHaveLength(6)
    expect(lines[0]).toContain('Empfänger;Zustand;Versendet am')
    expect(lines[2]).toBe(`'=cmd@leser.test;Versendet;2026-01-05T09:50:00.000Z;1;;;;;`)
    const columns = 'Letzter Rückläufer;Abgemeldet am;Geöffnet am;Geklickt am'
    expect(lines[0]?.endsWith(columns)).toBe(true)
    expect(lines[1]?.split(';').slice(5)).toEqual(['', '2026-01-06T10:30:00.000Z', '', ''])
    expect((await sales.get(`/newsletters/${id}/results.csv`)).status).toBe(403)
  })
})
