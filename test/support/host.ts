import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inject, vi } from 'vitest'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import { hostEnvironment } from '../../scripts/host.js'
import { createDatabase } from './database.js'

export interface TestHost {
  payload: Payload
  databaseUrl: string
  /** Base of the REST API, for example `http://127.0.0.1:1234/api`. */
  api: string
  close(): Promise<void>
}

/** The example host in this process on a fresh database, with its REST and GraphQL APIs behind a real HTTP server. */
export async function startHost(options: { smtpUrl?: string; redisUrl?: string } = {}): Promise<TestHost> {
  const databaseUrl = await createDatabase(inject('postgresUrl'))
  Object.assign(process.env, hostEnvironment({ databaseUrl, ...options }), {
    CRM_LEASE_SECONDS: '3',
    CRM_BACKOFF_SECONDS: '1',
    CRM_SWEEP_SECONDS: '1',
    PAYLOAD_LOG_LEVEL: 'error',
  })
  // The config reads the environment when it is loaded; each host loads it anew.
  vi.resetModules()
  const config = (await import('../../dev/payload.config.js')).default
  const payload = await getPayload({ config, key: databaseUrl })
  const graphql = graphqlOf(databaseUrl)
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const request = await toRequest(incoming)
      const response =
        incoming.url === '/api/graphql' && incoming.method === 'POST'
          ? await graphql(config)(request)
          : await handleEndpoints({ config, payloadInstanceCacheKey: databaseUrl, request })
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.end(Buffer.from(await response.arrayBuffer()))
    })().catch((error: unknown) => outgoing.writeHead(599).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    payload,
    databaseUrl,
    api: `http://127.0.0.1:${port}/api`,
    async close() {
      await new Promise((resolve) => server.close(resolve))
      await payload.destroy()
    },
  }
}

/** The route of a Next application knows one instance of Payload and one schema: it gets this host's. */
function graphqlOf(key: string): typeof GRAPHQL_POST {
  const shared = globalThis as unknown as {
    _payload: Map<string, unknown>
    _payload_graphql: { graphql: unknown; promise: unknown }
  }
  shared._payload.set('default', shared._payload.get(key))
  Object.assign(shared._payload_graphql, { graphql: null, promise: null })
  return GRAPHQL_POST
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const method = incoming.method ?? 'GET'
  return new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method,
    headers: Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.concat(chunks) }),
  })
}
