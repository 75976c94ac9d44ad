/** Brings the example host's database up to date. */
import { getPayload } from 'payload'
import config from '../dev/payload.config.js'

// Tells the plugin that this is no start: migrating needs no mail server.
process.env.PAYLOAD_MIGRATING = 'true'
const payload = await getPayload({ config, disableOnInit: true })
await payload.db.migrate()
process.exit(0)
