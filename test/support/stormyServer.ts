import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Weather {
  /** Milliseconds until an answer to the data, at least and at most. */
  latency: [number, number]
  /** Shares of the mails, 0…1: refused for now, for good, line broken before and after the mail was accepted. */
  refuse451: number
  refuse550: number
  breakBefore: number
  breakAfter: number
}

/**
 * A real mail server on a bad day. It knows by Message-ID what it has accepted; a mail it refuses for good it refuses every
 * time. What happens is drawn from a seed.
 */
export async function startStormyServer(weather: Weather, seed: number) {
  const accepted = new Map<string, number>()
  const refused = new Set<string>()
  let attempts = 0
  let broken = 0
  const random = generator(seed)
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      void (async () => {
        const content = await read(stream as AsyncIterable<Buffer>).catch(() => null)
        // The sender was killed in the middle of its mail.
        if (content === null) return
        attempts += 1
        const head = content.toString('latin1').split('\r\n\r\n')[0] ?? ''
        const id = /^Message-ID: (\S+)/im.exec(head)?.[1] ?? ''
        const [least, most] = weather.latency
        await new Promise((resolve) => setTimeout(resolve, least + random() * (most - least)))
        const hangUp = () => {
          broken += 1
          for (const connection of server.connections as Set<{ id: string; close(): void }>)
            if (connection.id === session.id) connection.close()
        }
        const accept = () => accepted.set(id, (accepted.get(id) ?? 0) + 1)
        const answer = (code: number) => done(Object.assign(new Error('not now'), { responseCode: code }))
        let chance = random()
        if (refused.has(id)) return answer(550)
        if ((chance -= weather.refuse451) < 0) return answer(451)
        if ((chance -= weather.refuse550) < 0) {
          refused.add(id)
          return answer(550)
        }
        if ((chance -= weather.breakBefore) < 0) return hangUp()
        accept()
        if ((chance -= weather.breakAfter) < 0) return hangUp()
        done()
      })()
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** How often each mail was accepted, by Message-ID. */
    accepted,
    refused,
    get attempts() {
      return attempts
    },
    get broken() {
      return broken
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Mulberry32: small, and the same for everybody. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
