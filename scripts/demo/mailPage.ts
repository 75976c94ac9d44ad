/** The mail catcher's page on one port, its REST API at `/email` where users of maildev know it from. */
import { createServer, request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'

const [publicPort, innerPort] = process.argv.slice(2).map(Number)
const inner = (url = '/') => (/^\/email(\/|\?|$)/.test(url) ? `/api${url}` : url)
const target = (incoming: IncomingMessage) => ({
  host: '127.0.0.1',
  port: innerPort,
  path: inner(incoming.url),
  method: incoming.method,
  headers: incoming.headers,
})

const server = createServer((incoming, outgoing) => {
  const forward = request(target(incoming), (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  forward.once('error', () => outgoing.writeHead(502).end('The mail catcher does not answer.'))
  incoming.pipe(forward)
})
// The page hears of new mails over a web socket; those bytes pass as they are.
server.on('upgrade', (incoming, socket, head) => {
  const tunnel = connect(innerPort ?? 0, '127.0.0.1', () => {
    const headers = incoming.rawHeaders.reduce(
      (text, part, at) => text + part + (at % 2 === 0 ? ': ' : '\r\n'),
      '',
    )
    tunnel.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${headers}\r\n`)
    tunnel.write(head)
    tunnel.pipe(socket).pipe(tunnel)
  })
  tunnel.once('error', () => socket.destroy())
  socket.once('error', () => tunnel.destroy())
})
server.listen(publicPort, '127.0.0.1')
