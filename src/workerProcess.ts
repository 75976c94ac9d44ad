/** The worker as a process of its own, in the folder of the host, whose `.env` files and config it reads. */
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { getPayload, type SanitizedConfig } from 'payload'
import { findConfig, loadEnv } from 'payload/node'
import { createCrmWorker } from '../jobs/worker.js'

loadEnv()
process.env.DISABLE_PAYLOAD_HMR = 'true'
const module = (await import(pathToFileURL(findConfig()).href)) as { default: Promise<SanitizedConfig> }
const payload = await getPayload({ config: module.default, key: 'mozaikoo-crm-worker' })
const worker = await createCrmWorker(payload)
keepHeapSmall()
payload.logger.info({ msg: 'mozaikoo-crm worker: ready' })

const signal = await new Promise<NodeJS.Signals>((resolve) => {
  process.once('SIGINT', resolve)
  process.once('SIGTERM', resolve)
})
payload.logger.info({ msg: `mozaikoo-crm worker: ${signal}, finishing the mails in hand` })
await worker.close()
process.exit(0)

/**
 * A newsletter's mails live for milliseconds, what the worker keeps is some eighty megabytes: V8 would let that grow to
 * three times as much before it looks for what nobody needs any more. Looking more often costs milliseconds a minute. A Node
 * that does not know the setting goes on without it.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=30')
  // Counts from the next collection on; at this moment most is left over from loading the host.
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
