import { spawn, type ChildProcess } from 'node:child_process'
import { crmCli, hostEnvironment, root } from '../../scripts/host.js'

export interface WorkerProcess {
  process: ChildProcess
  /** `kill -9` of the worker itself and of the process that runs it. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** A real worker: `mozaikoo-crm worker` in a process of its own, with short waits. */
export async function startWorkerProcess(
  given: Parameters<typeof hostEnvironment>[0],
): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [crmCli, 'worker'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...hostEnvironment(given),
      CRM_LEASE_SECONDS: '2',
      CRM_BACKOFF_SECONDS: '1',
      CRM_SWEEP_SECONDS: '1',
    },
  })
  let log = ''
  // `close` and not `exit`: by then everything it said has been read.
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      log += chunk.toString()
      if (log.includes('mozaikoo-crm worker: ready')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void gone.then(() => reject(new Error(`The worker ended early (code ${child.exitCode}).\n${log}`)))
  })
  const signal = async (name: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null && child.pid) {
      try {
        process.kill(-child.pid, name)
      } catch {
        // It ended by itself in between.
      }
    }
    await gone
  }
  return { process: child, kill: () => signal('SIGKILL'), stop: () => signal('SIGTERM') }
}

/** The same, for a time when a start may fail: a database that is just starting refuses a worker, the next one gets in. */
export async function hireWorker(given: Parameters<typeof hostEnvironment>[0]): Promise<WorkerProcess> {
  for (let tries = 0; ; tries += 1) {
    const started = await startWorkerProcess(given).catch((error: Error) => error)
    if (!(started instanceof Error)) return started
    if (tries >= 5) throw started
  }
}
