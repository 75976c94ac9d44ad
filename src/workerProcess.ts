/** The worker as a process of its own, in the folder of the host, whose `.env` files and config it reads. */
import { pathToFileURL } from 'node:url'
import { getPayload, type SanitizedConfig } from 'payload'
import { findConfig, loadEnv } from 'payload/node'
import { createCrmWorker } from '../jobs/worker.js'

loadEnv()
process.env.DISABLE_PAYLOAD_HMR = 'true'
const module = (await import(pathToFileURL(findConfig()).href)) as { default: Promise<SanitizedConfig> }
const payload = await getPayload({ config: module.default, key: 'mozaikoo-crm-worker' })
const worker = await createCrmWorker(payload)
payload.logger.info({ msg: 'mozaikoo-crm worker: ready' })

const signal = await new Promise<NodeJS.Signals>((resolve) => {
  process.once('SIGINT', resolve)
  process.once('SIGTERM', resolve)
})
payload.logger.info({ msg: `mozaikoo-crm worker: ${signal}, finishing the mails in hand` })
await worker.close()
process.exit(0)
