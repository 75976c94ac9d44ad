import { createServer, type AddressInfo, type Socket } from 'node:net'
import fc from 'fast-check'
import DataStream from 'nodemailer/lib/smtp-connection/data-stream.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSmtpServer } from '../../src/mail/smtp/smtpServer.js'
import { isReadyForWire } from '../../src/mail/smtp/wire.js'

/** Much of what matters to SMTP in little text. */
const messages = fc
  .array(fc.constantFrom('\r\n', '\r', '\n', '.', 'a', 'Grüße', '\r\n.\r\n'), { minLength: 1, maxLength: 30 })
  .map((parts) => Buffer.from(parts.join('')))

/** What nodemailer makes of a message, up to the dot that ends it. */
async function escaped(message: Buffer): Promise<Buffer> {
  const stream = new DataStream()
  stream.end(message)
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  return bytes.subarray(0, bytes.length - '.\r\n'.length)
}

test('a message is ready for the wire if and only if nodemailer finds nothing to mend in it', async () => {
  await fc.assert(
    fc.asyncProperty(messages, async (message) => {
      expect(isReadyForWire(message)).toBe((await escaped(message)).equals(message))
    }),
    { numRuns: 2000 },
  )
})

const received: Buffer[] = []
const server = createServer((socket: Socket) => {
  let data: Buffer | null = null
  socket.on('error', () => undefined)
  socket.write('220 test\r\n')
  socket.on('data', (chunk: Buffer) => {
    if (data === null) {
      if (!/^data/i.test(chunk.toString('latin1'))) return void socket.write('250 ok\r\n')
      data = Buffer.alloc(0)
      return void socket.write('354 go\r\n')
    }
    data = Buffer.concat([data, chunk])
    if (!data.subarray(-5).equals(Buffer.from('\r\n.\r\n'))) return
    received.push(data.subarray(0, -3))
    data = null
    socket.write('250 ok\r\n')
  })
})

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

test('a mail server gets what nodemailer would give it, whether there is something to mend or not', async () => {
  const smtp = createSmtpServer(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`)
  // The server of this test takes five bytes for the end wherever a chunk ends with them.
  const whole = messages.filter((message) => !message.includes('\r\n.\r\n'))
  const ready = fc.array(fc.constantFrom('a', 'Grüße', 'b.'), { minLength: 1, maxLength: 3000 })
  const lines = ready.map((words) => Buffer.from(words.join('\r\n') + '\r\n'))
  await fc.assert(
    fc.asyncProperty(fc.oneof(whole, lines), async (message) => {
      const outcome = await smtp.send({ from: 'a@mozaikoo.test', to: 'b@kunde.test' }, message)
      expect(outcome.state).toBe('sent')
      expect(received.pop()?.equals(await escaped(message))).toBe(true)
    }),
    { numRuns: 300 },
  )
  smtp.close()
})
