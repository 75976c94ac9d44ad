import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { mozaikooCrm } from 'mozaikoo-crm'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { users } from './collections/users.ts'

const folder = path.dirname(fileURLToPath(import.meta.url))
const number = (name: string) => (process.env[name] ? Number(process.env[name]) : undefined)

/** The example host: what an application with the CRM in it looks like. */
export default buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? '',
  serverURL: process.env.SERVER_URL ?? '',
  // No other origin may read an answer, and only pages of this one may use the login cookie.
  cors: process.env.SERVER_URL ? [process.env.SERVER_URL] : [],
  csrf: process.env.SERVER_URL ? [process.env.SERVER_URL] : [],
  db: postgresAdapter({
    pool: { connectionString: process.env.DATABASE_URL ?? '', max: 20, connectionTimeoutMillis: 10_000 },
    migrationDir: path.join(folder, 'migrations'),
    // The schema is what the migrations say, in development too.
    push: false,
  }),
  editor: lexicalEditor(),
  sharp,
  admin: {
    user: users.slug,
    importMap: { baseDir: folder, importMapFile: path.join(folder, 'app/(payload)/admin/importMap.js') },
  },
  collections: [users],
  plugins: [
    mozaikooCrm({
      trustedProxyHops: number('TRUSTED_PROXY_HOPS'),
      overrides: {
        // Where pictures are kept is the host's affair: a folder here, a bucket by Payload's storage plugins elsewhere.
        newsletterImages: ({ defaultCollection }) => ({
          ...defaultCollection,
          upload: {
            ...(typeof defaultCollection.upload === 'object' ? defaultCollection.upload : {}),
            staticDir: path.resolve(folder, '..', process.env.DATA_DIR ?? '.data', 'newsletter-images'),
          },
        }),
      },
      dnsServers: process.env.CRM_DNS_SERVERS?.split(','),
      // For mail servers that do not sign themselves.
      dkim:
        process.env.DKIM_DOMAIN && process.env.DKIM_SELECTOR && process.env.DKIM_PRIVATE_KEY
          ? {
              domain: process.env.DKIM_DOMAIN,
              selector: process.env.DKIM_SELECTOR,
              privateKey: process.env.DKIM_PRIVATE_KEY,
            }
          : null,
      delivery: {
        leaseSeconds: number('CRM_LEASE_SECONDS'),
        backoffSeconds: number('CRM_BACKOFF_SECONDS'),
        sweepSeconds: number('CRM_SWEEP_SECONDS'),
      },
      // Only tests set it: their receivers are on this machine.
      webhooks: { allowPrivateNetworks: process.env.CRM_WEBHOOKS_PRIVATE === 'true' },
    }),
  ],
  telemetry: false,
  typescript: { autoGenerate: false, declare: false, outputFile: path.join(folder, 'payload-types.ts') },
})
