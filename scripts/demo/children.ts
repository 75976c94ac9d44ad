import { spawn, type ChildProcess } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import path from 'node:path'

const patienceMilliseconds = 10_000

/** The processes of the demo. Each leads a group of its own, so that ending it ends its children too. */
export class Children {
  private readonly running = new Map<string, ChildProcess>()
  private stopping = false

  constructor(private readonly logs: string) {}

  start(
    name: string,
    args: string[],
    cwd: string,
    env: NodeJS.ProcessEnv,
    onDeath: (reason: string) => void,
  ): void {
    // Ctrl-C may have come while the start was still busy.
    if (this.stopping) return
    const log = path.join(this.logs, `${name}.log`)
    const output = openSync(log, 'a')
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', output, output],
    })
    this.running.set(name, child)
    child.once('exit', (code) => {
      this.running.delete(name)
      // The rest of its group, when it died without ending its own children.
      signalGroup(child, 'SIGKILL')
      if (this.stopping) return
      const tail = readFileSync(log, 'utf8').split('\n').slice(-20).join('\n')
      onDeath(`${name} ended unexpectedly (code ${code}). The end of ${log}:\n${tail}`)
    })
  }

  /** Asks each to end, the last started first, and insists after ten seconds. */
  async stop(): Promise<void> {
    this.stopping = true
    for (const child of [...this.running.values()].reverse()) {
      // It died while an earlier one was ending.
      if (child.exitCode !== null || child.signalCode !== null) continue
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      // Only the leader: the worker passes the signal on, and a second one would cut off the mail in hand.
      child.kill('SIGTERM')
      const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMilliseconds)
      await gone
      clearTimeout(timer)
    }
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // It ended by itself in between.
  }
}
