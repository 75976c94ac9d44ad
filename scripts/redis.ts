import { spawn } from 'node:child_process'

export interface RedisServer {
  url: string
  stop(): Promise<void>
}

/** Starts the machine's redis-server in memory. */
export async function startRedis(port: number): Promise<RedisServer> {
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  )
  await new Promise<void>((resolve, reject) => {
    child.once('error', () =>
      reject(
        new Error('redis-server is missing; install it, for example with: apt-get install redis-server'),
      ),
    )
    child.once('exit', (code) => reject(new Error(`redis-server did not start (code ${code}).`)))
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Ready to accept connections')) resolve()
    })
  })
  return {
    url: `redis://127.0.0.1:${port}/0`,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
