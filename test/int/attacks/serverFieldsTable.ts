/**
 * What only the server sets, of everything the plugin stores. A field that the config closes to clients and that is not in
 * here fails the test; `*` stands for every open collection, and at the end of a path for all that is below it.
 *
 *   server   what is sent is dropped: the stored value is the server's own
 *   kept     what is sent is dropped: the stored value is what it was
 *   moves    what is sent is dropped: the server counts on
 *   refused  the write fails and nothing of it is stored
 *   taken    the panel does not let anybody type it, the API takes it
 *
 * At the end: the collections of which nobody writes a document through an API.
 */
export const serverFieldsTable = `
field                                     create     update

*.id                                      server     kept
*.createdAt                               server     kept
*.updatedAt                               server     moves

customers.customerNumber                  server     kept

activities.doneAt                         server     kept

orders.lines[].total                      server     kept
orders.totals.*                           server     kept
orders.totals.taxes[].id                  server     moves
orders.status                             server     taken
orders.number                             server     kept
orders.confirmedAt                        server     kept
orders.doneAt                             server     kept
orders.revision                           server     refused
orders.priceMode                          server     kept
orders.orderedBy                          server     kept
orders.confirmation.*                     server     kept

newsletters.status                        server     kept
newsletters.progress.*                    server     kept
newsletters.run.*                         server     kept
newsletters.frozen                        server     kept
newsletters.scheduledAt                   taken      taken

newsletter-images.url                     server     kept
newsletter-images.thumbnailURL            server     kept
newsletter-images.filename                server     kept
newsletter-images.mimeType                server     kept
newsletter-images.filesize                server     kept
newsletter-images.width                   server     kept
newsletter-images.height                  server     kept
newsletter-images.focalX                  taken      taken
newsletter-images.focalY                  taken      taken

subscribers.status                        server     kept
subscribers.legalBasis                    server     kept
subscribers.requestedAt                   server     kept
subscribers.confirmedAt                   server     kept
subscribers.unsubscribedAt                server     kept
subscribers.trackingConsentAt             server     kept
subscribers.softBounces                   server     kept
subscribers.bouncedAt                     server     kept
subscribers.bounceReason                  server     kept
subscribers.requestedLists                server     kept
subscribers.requestedTracking             server     kept

suppressions.addressHash                  server     kept
suppressions.reason                       server     kept
suppressions.since                        server     kept

accounts.origin                           server     kept
accounts.registeredCompany                server     kept
accounts.verifiedAt                       server     kept
accounts.resetPasswordToken               server     kept
accounts.resetPasswordExpiration          server     kept
accounts.resetPasswordRequestedAt         server     kept
accounts.salt                             server     kept
accounts.hash                             server     kept
accounts.sessions[].*                     server     kept

consents                                  closed     closed
bounces                                   closed     closed
mails                                     closed     closed
crm-webhook-deliveries                    closed     closed
crm-audit                                 closed     closed
crm-counters                              closed     closed
crm-workers                               closed     closed
crm-account-tokens                        closed     closed
crm-rate-limits                           closed     closed
crm-rates                                 closed     closed
crm-idempotency-keys                      closed     closed
crm-audience-parts                        closed     closed
crm-reaction-counts                       closed     closed
crm-reactions                             closed     closed
`

export type Rule = 'server' | 'kept' | 'moves' | 'refused' | 'taken' | 'closed'
export interface Row {
  create: Rule
  update: Rule
}

const rows: [name: string, row: Row][] = serverFieldsTable
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('field '))
  .map((line) => {
    const [name = '', create, update] = line.trim().split(/\s+/)
    return [name, { create, update } as Row]
  })

export const closedCollections = rows.filter(([, { create }]) => create === 'closed').map(([name]) => name)

/** The row for a field of a collection, and what it is called; a row of the collection's own goes first. */
export function rowOf(slug: string, path: string): { name: string; row: Row } | null {
  const names = [`${slug}.${path}`, `*.${path}`]
  const steps = path.split('.')
  for (let end = steps.length - 1; end > 0; end -= 1) names.push(`${slug}.${steps.slice(0, end).join('.')}.*`)
  for (const wanted of names) {
    const found = rows.find(([name]) => name === wanted)
    if (found) return { name: found[0], row: found[1] }
  }
  return null
}

export const rowNames = rows.filter(([, { create }]) => create !== 'closed').map(([name]) => name)
