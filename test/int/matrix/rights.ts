/**
 * Who may do what: the whole of it. Whatever is not in this table is served to nobody, or the test fails.
 *
 *   -      refused, or as if there were nothing
 *   own    what belongs to the account's own customer and nothing else
 *   order  mails about orders and nothing else
 *   yes    all of it
 *
 * `read` is list, count and one document; `update` and `delete` are one document and many by a filter; each over REST
 * and over GraphQL; `*` is all of them. Below the collections: the endpoints and the GraphQL mutations that are the plugin's own.
 */
export const rights = `
                                          anonymous  account  sales  marketing  admin

customers.read                            -          own      yes    yes        yes
customers.create                          -          -        yes    -          yes
customers.update                          -          -        yes    -          yes
customers.delete                          -          -        yes    -          yes
customers.duplicate                       -          -        yes    -          yes

activities.read                           -          -        yes    -          yes
activities.create                         -          -        yes    -          yes
activities.update                         -          -        yes    -          yes
activities.delete                         -          -        yes    -          yes
activities.duplicate                      -          -        yes    -          yes

products.read                             -          own      yes    yes        yes
products.create                           -          -        yes    -          yes
products.update                           -          -        yes    -          yes
products.delete                           -          -        yes    -          yes
products.duplicate                        -          -        yes    -          yes

orders.read                               -          own      yes    -          yes
orders.create                             -          yes      yes    -          yes
orders.update                             -          -        yes    -          yes
orders.delete                             -          -        yes    -          yes
orders.duplicate                          -          -        yes    -          yes

newsletters.read                          -          -        -      yes        yes
newsletters.create                        -          -        -      yes        yes
newsletters.update                        -          -        -      yes        yes
newsletters.delete                        -          -        -      yes        yes
newsletters.duplicate                     -          -        -      yes        yes

newsletter-images.read                    yes        yes      yes    yes        yes
newsletter-images.create                  -          -        -      yes        yes
newsletter-images.update                  -          -        -      yes        yes
newsletter-images.delete                  -          -        -      yes        yes
newsletter-images.duplicate               -          -        -      yes        yes

mailing-lists.read                        -          -        -      yes        yes
mailing-lists.create                      -          -        -      yes        yes
mailing-lists.update                      -          -        -      yes        yes
mailing-lists.delete                      -          -        -      yes        yes
mailing-lists.duplicate                   -          -        -      yes        yes

subscribers.read                          -          -        -      yes        yes
subscribers.create                        -          -        -      yes        yes
subscribers.update                        -          -        -      yes        yes
subscribers.delete                        -          -        -      yes        yes

consents.read                             -          -        -      yes        yes
consents.create                           -          -        -      -          -
consents.update                           -          -        -      -          -
consents.delete                           -          -        -      -          -

suppressions.read                         -          -        -      yes        yes
suppressions.create                       -          -        -      yes        yes
suppressions.update                       -          -        -      -          -
suppressions.delete                       -          -        -      -          yes

bounces.read                              -          -        yes    yes        yes
bounces.create                            -          -        -      -          -
bounces.update                            -          -        -      -          -
bounces.delete                            -          -        -      -          -

accounts.read                             -          own      yes    -          yes
accounts.create                           -          -        yes    -          yes
accounts.update                           -          -        yes    -          yes
accounts.delete                           -          -        -      -          yes

mails.read                                -          -        order  -          yes
mails.create                              -          -        -      -          -
mails.update                              -          -        -      -          -
mails.delete                              -          -        -      -          -
mails.duplicate                           -          -        -      -          -

crm-webhooks.read                         -          -        -      -          yes
crm-webhooks.create                       -          -        -      -          yes
crm-webhooks.update                       -          -        -      -          yes
crm-webhooks.delete                       -          -        -      -          yes

crm-webhook-deliveries.read               -          -        -      -          yes
crm-webhook-deliveries.create             -          -        -      -          -
crm-webhook-deliveries.update             -          -        -      -          -
crm-webhook-deliveries.delete             -          -        -      -          -

crm-audit.read                            -          -        -      -          yes
crm-audit.create                          -          -        -      -          -
crm-audit.update                          -          -        -      -          -
crm-audit.delete                          -          -        -      -          -

crm-counters.*                            -          -        -      -          -
crm-account-tokens.*                      -          -        -      -          -
crm-rate-limits.*                         -          -        -      -          -
crm-rates.*                               -          -        -      -          -
crm-audience-parts.*                      -          -        -      -          -
crm-reaction-counts.*                     -          -        -      -          -
crm-reactions.*                           -          -        -      -          -
crm-idempotency-keys.*                    -          -        -      -          -
crm-workers.*                             -          -        -      -          -
crm-settings.read                         -          -        yes    yes        yes
crm-settings.update                       -          -        -      -          yes

POST /accounts/login                      yes        yes      yes    yes        yes
POST /accounts/logout                     -          yes      -      -          -
GET /accounts/me                          yes        yes      yes    yes        yes
POST /accounts/refresh-token              -          yes      -      -          -
POST /accounts/forgot-password            yes        yes      yes    yes        yes
POST /accounts/reset-password             -          -        -      -          -
POST /accounts/verify/:id                 -          -        -      -          -
POST /accounts/unlock                     -          -        -      -          -
GET /accounts/init                        yes        yes      yes    yes        yes
POST /accounts/first-register             -          -        -      -          -
POST /accounts/register                   -          -        -      -          -
POST /accounts/accept-invitation          -          -        -      -          -
POST /accounts/change-password            -          yes      -      -          -
POST /accounts/change-email               -          yes      -      -          -
POST /accounts/delete                     -          yes      -      -          -
POST /accounts/:id/invite                 -          -        yes    -          yes
POST /accounts/:id/block                  -          -        yes    -          yes
POST /accounts/:id/unblock                -          -        yes    -          yes
POST /accounts/:id/approve                -          -        yes    -          yes
GET /accounts/accept-invitation/:token    yes        yes      yes    yes        yes
GET /accounts/verify/:token               yes        yes      yes    yes        yes
GET /accounts/reset-password/:token       yes        yes      yes    yes        yes
GET /accounts/confirm-email/:token        yes        yes      yes    yes        yes
POST /accounts/accept-invitation/:token   -          -        -      -          -
POST /accounts/verify/:token              -          -        -      -          -
POST /accounts/reset-password/:token      -          -        -      -          -
POST /accounts/confirm-email/:token       -          -        -      -          -

POST /customers/:id/invite                -          -        yes    -          yes
GET /customers/:id/gdpr-export            -          -        -      -          yes
POST /customers/:id/gdpr-erase            -          -        -      -          yes
GET /orders/:id/confirmation.pdf          -          own      yes    -          yes
POST /orders/:id/confirm                  -          -        yes    -          yes
POST /orders/:id/complete                 -          -        yes    -          yes
POST /orders/:id/cancel                   -          -        yes    -          yes
POST /orders/:id/reopen                   -          -        -      -          yes
POST /orders/:id/resend-confirmation      -          -        yes    -          yes
POST /crm-webhook-deliveries/:id/retry    -          -        -      -          yes
POST /mails/:id/retry                     -          -        order  -          yes
POST /mails/:id/cancel                    -          -        order  -          yes
POST /mails/:id/settle                    -          -        order  -          yes
GET /crm/health                           yes        yes      yes    yes        yes
GET /crm/metrics                          -          -        -      -          yes
GET /crm/openapi.json                     yes        yes      yes    yes        yes

POST /newsletters/audience                -          -        -      yes        yes
GET /newsletters/audience-values          -          -        -      yes        yes
POST /newsletters/:id/test                -          -        -      yes        yes
POST /newsletters/:id/send                -          -        -      yes        yes
POST /newsletters/:id/schedule            -          -        -      yes        yes
POST /newsletters/:id/pause               -          -        -      yes        yes
POST /newsletters/:id/resume              -          -        -      yes        yes
POST /newsletters/:id/cancel              -          -        -      yes        yes
POST /newsletters/:id/send-missing        -          -        -      yes        yes
POST /newsletters/:id/decide-unknown      -          -        -      yes        yes
GET /newsletters/:id/preview              -          -        -      yes        yes
GET /newsletters/:id/preflight            -          -        -      yes        yes
GET /newsletters/:id/progress             -          -        -      yes        yes
GET /newsletters/:id/results              -          -        -      yes        yes
GET /newsletters/:id/results.csv          -          -        -      yes        yes
POST /subscribers/import                  -          -        -      yes        yes
POST /subscribers/:id/subscribe           -          -        -      yes        yes
POST /subscribers/:id/unsubscribe         -          -        -      yes        yes
GET /subscribers/:id/evidence             -          -        -      yes        yes
GET /subscribers/:id/evidence.pdf         -          -        -      yes        yes
POST /customers/:id/subscribe             -          -        -      yes        yes
GET /newsletter/subscribe                 yes        yes      yes    yes        yes
POST /newsletter/subscribe                yes        yes      yes    yes        yes
GET /newsletter/confirm/:token            -          -        -      -          -
POST /newsletter/confirm/:token           -          -        -      -          -
GET /newsletter/unsubscribe/:token        -          -        -      -          -
POST /newsletter/unsubscribe/:token       -          -        -      -          -
GET /newsletter/preferences/:token        -          -        -      -          -
POST /newsletter/preferences/:token       -          -        -      -          -
GET /newsletter/view/:token               -          -        -      -          -
GET /newsletter/open/:token               yes        yes      yes    yes        yes
GET /newsletter/click/:token/:link        -          -        -      -          -
POST /crm/bounces                         -          -        -      -          -

mutation confirmOrder                     -          -        yes    -          yes
mutation completeOrder                    -          -        yes    -          yes
mutation cancelOrder                      -          -        yes    -          yes
mutation reopenOrder                      -          -        -      -          yes
mutation resendOrderConfirmation          -          -        yes    -          yes
mutation sendNewsletter                   -          -        -      yes        yes
mutation subscribeToNewsletter            yes        yes      yes    yes        yes
`

export const operations = ['read', 'create', 'update', 'delete', 'duplicate'] as const
export const roles = ['anonymous', 'account', 'sales', 'marketing', 'admin'] as const
export type Role = (typeof roles)[number]
export type Right = '-' | 'own' | 'order' | 'yes'

/** The table's rows by their names. */
export function readRights(table = rights): Map<string, Record<Role, Right>> {
  const rows = new Map<string, Record<Role, Right>>()
  for (const line of table.split('\n').slice(2)) {
    if (line.trim() === '') continue
    const [name = '', ...cells] = line.trim().split(/\s{2,}/)
    if (cells.length !== roles.length || rows.has(name)) throw new Error(`A row that cannot be read: ${line}`)
    const row = Object.fromEntries(roles.map((role, index) => [role, cells[index]])) as Record<Role, Right>
    for (const one of name.endsWith('.*') ? operations.map((last) => name.replace('*', last)) : [name])
      rows.set(one, row)
  }
  return rows
}
