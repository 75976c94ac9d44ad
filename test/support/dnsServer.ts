import { createSocket } from 'node:dgram'
import packet from 'dns-packet'

/** A real DNS server on this machine that knows the given texts and nothing else. `null` is a name it never answers. */
export async function startDnsServer(records: Record<string, string[] | null>) {
  const socket = createSocket('udp4')
  socket.on('message', (message, from) => {
    const query = packet.decode(message)
    const question = query.questions?.[0]
    const name = question?.name.toLowerCase() ?? ''
    const known = records[name]
    if (known === null) return
    const answer = packet.encode({
      type: 'response',
      id: query.id ?? 0,
      // 3: there is no such name.
      flags: packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE | (known ? 0 : 3),
      questions: query.questions ?? [],
      // A long text travels as several strings of at most 255 bytes.
      answers: (known ?? []).map((data) => ({
        type: 'TXT',
        name,
        ttl: 1,
        data: data.match(/.{1,200}/g) ?? [''],
      })),
    })
    socket.send(answer, from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${socket.address().port}`,
    records,
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  }
}
