import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedHook {
  headers: Record<string, string>
  body: string
}

/** A receiver of webhooks; `answer` says what it does with the nth call: a status, a redirect, or nothing at all. */
export async function startReceiver(
  answer: (call: number) => number | { redirect: string } | 'silence' = () => 204,
) {
  const hooks: ReceivedHook[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      hooks.push({
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(chunks).toString(),
      })
      const reaction = answer(hooks.length)
      if (reaction === 'silence') return
      if (typeof reaction === 'number') response.writeHead(reaction).end('x'.repeat(1_000_000))
      else response.writeHead(307, { Location: reaction.redirect }).end()
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    hooks,
    port,
    url: `http://127.0.0.1:${port}/hook`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
