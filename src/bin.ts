#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const usage = `mozaikoo-crm worker   starts a worker for the Payload app in this folder (Ctrl-C ends it)`

const [command] = process.argv.slice(2)
if (command !== 'worker') {
  console.error(usage)
  process.exit(command === undefined || command === 'help' || command === '--help' ? 0 : 1)
}

const payloadPackage = findUpwards(process.cwd(), path.join('node_modules', 'payload', 'package.json'))
if (!payloadPackage) {
  console.error('mozaikoo-crm: there is no Payload app here; start the worker in the folder of the host.')
  process.exit(1)
}
// The host's config is TypeScript; Payload brings what compiles it.
const loader = pathToFileURL(createRequire(payloadPackage).resolve('tsx')).href
const script = path.join(path.dirname(fileURLToPath(import.meta.url)), 'workerProcess.js')
// Outside this condition the editor of Payload loads its parts by a top-level await that Node 20 at times never ends.
const flags = ['--conditions=production', '--import', loader]
const child = spawn(process.execPath, [...flags, script], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))

function findUpwards(folder: string, file: string): string | null {
  const candidate = path.join(folder, file)
  if (existsSync(candidate)) return candidate
  const parent = path.dirname(folder)
  return parent === folder ? null : findUpwards(parent, file)
}
