/** A mail server that only counts, in a process of its own: `countingSink.ts [milliseconds a mail]`. */
import { createServer, type Socket } from 'node:net'

const latency = Number(process.argv[2] ?? 0)
const endOfData = Buffer.from('\r\n.\r\n')
let mails = 0

const server = createServer((socket) => {
  socket.setNoDelay(true)
  socket.on('error', () => undefined)
  socket.write('220 sink\r\n')
  let inData = false
  let tail: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    tail = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk
    for (;;) {
      const end = inData ? tail.indexOf(endOfData) : tail.indexOf('\r\n')
      if (end < 0) {
        // Nothing before the last bytes can be part of the end.
        if (inData && tail.length > 4) tail = tail.subarray(tail.length - 4)
        return
      }
      const line = inData ? '' : tail.toString('latin1', 0, end)
      tail = tail.subarray(end + (inData ? endOfData.length : 2))
      if (inData) {
        inData = false
        mails += 1
        answer(socket, '250 ok\r\n', latency)
      } else if (/^data/i.test(line)) {
        inData = true
        socket.write('354 go\r\n')
      } else socket.write('250 ok\r\n')
    }
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
process.on('message', () => process.send?.({ mails }))
process.on('disconnect', () => process.exit(0))

function answer(socket: Socket, text: string, after: number): void {
  if (after === 0) socket.write(text)
  else setTimeout(() => socket.write(text), after)
}
