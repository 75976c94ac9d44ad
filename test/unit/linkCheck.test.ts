import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLexical } from '../../src/domain/lexicalContent.js'
import { checkReachable } from '../../src/mail/newsletter/linkCheck.js'
import { publicOnly } from '../../src/network/publicLookup.js'
import { probe } from '../../src/network/probe.js'
import { block, letter, link, paragraph } from '../../scripts/demo/letterNodes.js'

const asked: string[] = []
let site: Server
let inner: Server
let base: string
let innerBase: string

const listen = async (server: Server, host: string) => {
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return `http://${host}:${(server.address() as AddressInfo).port}`
}
beforeAll(async () => {
  inner = createServer((_, response) => {
    asked.push('inner')
    response.end()
  })
  innerBase = await listen(inner, '127.0.0.2')
  site = createServer(({ method, url = '' }, response) => {
    asked.push(`${method} ${url}`)
    const [, status = '', rest = ''] = url.split('/')
    if (status === 'silence') return
    if (status === 'loop') return void response.writeHead(302, { Location: '/loop' }).end()
    if (status === 'to') return void response.writeHead(301, { Location: decodeURIComponent(rest) }).end()
    if (status === 'getOnly') return void response.writeHead(method === 'HEAD' ? 405 : 200).end()
    response.writeHead(Number(status)).end('x'.repeat(100_000))
  })
  base = await listen(site, '127.0.0.1')
})
afterAll(() => {
  for (const server of [site, inner]) {
    server.closeAllConnections()
    server.close()
  }
})

const options = { policy: (address: string) => address === '127.0.0.1', timeoutMilliseconds: 1500 }
const look = (path: string) => probe(`${base}${path}`, options)

describe('a look at an address', () => {
  it.each<[string, number]>([
    ['/200', 200],
    ['/404', 404],
    ['/500', 500],
    ['/getOnly', 200],
    ['/to/%2F200', 200],
    ['/to/%2F404', 404],
  ])('%s answers %i', async (path, status) => expect(await look(path)).toEqual({ status, error: null }))

  it.each<[string, RegExp]>([
    ['/silence', /in time/],
    ['/loop', /too often/],
    ['/to/file:%2F%2F%2Fetc%2Fpasswd', /no address/],
  ])('%s has no answer', async (path, error) =>
    expect(await look(path)).toEqual({ status: null, error: expect.stringMatching(error) }),
  )

  it('asks nobody in a private network, by number, by name or by a redirect', async () => {
    asked.length = 0
    const refused = { status: null, error: expect.stringMatching(/not an address of the public internet/) }
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433'])
      expect(await probe(base.replace('127.0.0.1', host), { ...options, policy: publicOnly }), host).toEqual(
        refused,
      )
    expect(asked).toEqual([])
    expect(await look(`/to/${encodeURIComponent(innerBase)}`)).toEqual(refused)
    expect(asked).not.toContain('inner')
  })
})

describe('the links of a letter', () => {
  const check = (...links: string[]) =>
    checkReachable(
      readLexical(
        letter(
          paragraph(...links.map((path) => link(`${base}${path}`, 'hier')), link('mailto:a@b.test', 'Post')),
          block('button', { label: 'Los', url: `${base}/200`, align: 'left' }),
        ),
      ),
      options,
    )

  it('are green when there is something, asked once each', async () => {
    asked.length = 0
    expect(await check('/200', '/200', '/403', '/getOnly')).toMatchObject({ light: 'green', what: 'ok' })
    expect(asked.filter((line) => line === 'HEAD /200')).toHaveLength(1)
  })

  it('are red when there is nothing, yellow when it is not known', async () => {
    expect(await check('/404', '/410', '/503', '/200')).toEqual({
      check: 'reach',
      light: 'red',
      what: 'bad',
      values: { links: `${base}/404, ${base}/410` },
    })
    expect(await check('/503', '/silence')).toMatchObject({ light: 'yellow', what: 'doubtful' })
  })
})
