import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
export const dev = path.join(root, 'dev')

export const payloadCli = path.join(root, 'node_modules', 'payload', 'bin.js')
export const nextCli = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
export const crmCli = path.join(root, 'dist', 'src', 'bin.js')

/** Lets Node run TypeScript, with the builds of its packages that are meant for production. */
export const nodeArguments = [
  '--conditions=production',
  '--import',
  pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
]

/**
 * Arguments for Node that run one of our TypeScript scripts in a process of its own. Outside the condition `production`
 * the editor of Payload loads its parts by a top-level await that Node 20 at times never ends (exit code 13).
 */
export function runScript(name: string, ...args: string[]): string[] {
  return [...nodeArguments, path.join(root, 'scripts', name), ...args]
}

/** The environment the example host starts with; what is not given points nowhere. */
export function hostEnvironment(given: {
  databaseUrl: string
  serverUrl?: string
  smtpUrl?: string
  redisUrl?: string
  secret?: string
}): Record<string, string> {
  return {
    PAYLOAD_CONFIG_PATH: path.join(dev, 'payload.config.ts'),
    DATABASE_URL: given.databaseUrl,
    PAYLOAD_SECRET: given.secret ?? 'only-for-tests-and-generated-files',
    SERVER_URL: given.serverUrl ?? 'http://localhost:3000',
    SMTP_URL: given.smtpUrl ?? 'smtp://127.0.0.1:9',
    MAIL_FROM: 'Muster Naturkost GmbH <bestellung@mozaikoo.test>',
    REDIS_URL: given.redisUrl ?? '',
    NEXT_TELEMETRY_DISABLED: '1',
    DISABLE_PAYLOAD_HMR: 'true',
  }
}
