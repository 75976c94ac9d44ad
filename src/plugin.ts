import type { CollectionConfig, Config, Endpoint, Field } from 'payload'
import { accountsCollection } from '../collections/accounts.js'
import { activitiesCollection } from '../collections/activities.js'
import { consentsCollection } from '../collections/consents.js'
import { customersCollection } from '../collections/customers.js'
import { rolesField } from '../collections/fields/roles.js'
import { countersCollection, ratesCollection, workersCollection } from '../collections/internal.js'
import { mailingListsCollection } from '../collections/mailingLists.js'
import { mailsCollection } from '../collections/mails.js'
import { newslettersCollection } from '../collections/newsletters.js'
import { ordersCollection } from '../collections/orders.js'
import { productsCollection } from '../collections/products.js'
import { settingsGlobal } from '../collections/settings.js'
import { subscribersCollection } from '../collections/subscribers.js'
import { requirePostgres, withCheckedStart } from './config/hostDatabase.js'
import type { MozaikooCrmOptions } from './config/options.js'
import { rememberCrm, resolveCrm, type Crm } from './config/resolve.js'
import { withLeanMailsTable } from './database/mailsTable.js'
import { healthEndpoint } from './endpoints/health.js'
import { mailEndpoints } from './endpoints/mails.js'
import { newsletterEndpoints } from './endpoints/newsletters.js'
import { orderEndpoints } from './endpoints/orders.js'
import { registerTranslations } from './i18n/register.js'

/**
 * Adds the CRM to a Payload config. Everything the host has stays; neither the options nor the config are changed.
 *
 * @throws Error with one sentence when the host's database is not PostgreSQL, a slug is taken or an option cannot work
 */
export const mozaikooCrm =
  (options: MozaikooCrmOptions = {}) =>
  (config: Config): Config => {
    requirePostgres(config)
    const crm = resolveCrm(options, config)
    const collections = crmCollections(crm)
    const existing = config.collections ?? []
    const taken = collections.find(({ slug }) => existing.some((collection) => collection.slug === slug))
    if (taken)
      throw new Error(
        `mozaikoo-crm: the host has a collection "${taken.slug}" already; rename ours with the option slugs.`,
      )
    const settings = settingsGlobal(crm)
    if (config.globals?.some(({ slug }) => slug === settings.slug))
      throw new Error(
        `mozaikoo-crm: the host has a global "${settings.slug}" already; rename ours with the option slugs.`,
      )
    return {
      ...config,
      db: withLeanMailsTable(crm.enabled ? withCheckedStart(config.db) : config.db, crm),
      collections: [...existing.map((collection) => withRoles(collection, crm)), ...collections],
      globals: [...(config.globals ?? []), crm.overrides.settings?.({ defaultGlobal: settings }) ?? settings],
      endpoints: [...(config.endpoints ?? []), ...(crm.enabled ? [healthEndpoint(crm)] : [])],
      i18n: registerTranslations(config.i18n),
      custom: { ...config.custom, ...rememberCrm(crm) },
    }
  }

function crmCollections(crm: Crm): CollectionConfig[] {
  const served = (collection: CollectionConfig, endpoints: Endpoint[]): CollectionConfig =>
    crm.enabled ? { ...collection, endpoints } : collection
  const collections = {
    customers: customersCollection(crm),
    activities: activitiesCollection(crm),
    orders: served(ordersCollection(crm), orderEndpoints(crm)),
    products: productsCollection(crm),
    newsletters: served(newslettersCollection(crm), newsletterEndpoints(crm)),
    mailingLists: mailingListsCollection(crm),
    subscribers: subscribersCollection(crm),
    consents: consentsCollection(crm),
    accounts: accountsCollection(crm),
    mails: served(mailsCollection(crm), mailEndpoints(crm)),
    counters: countersCollection(crm),
    workers: workersCollection(crm),
    rates: ratesCollection(crm),
  }
  return (Object.keys(collections) as (keyof typeof collections)[]).map(
    (name) => crm.overrides[name]?.({ defaultCollection: collections[name] }) ?? collections[name],
  )
}

/** Staff needs roles; a host that has such a field keeps its own. */
function withRoles(collection: CollectionConfig, crm: Crm): CollectionConfig {
  const hasRoles = hasTopLevelField(collection.fields, 'roles')
  if (collection.slug !== crm.usersSlug || hasRoles) return collection
  return { ...collection, fields: [...collection.fields, rolesField(crm)] }
}

/** Whether the documents have the field, however rows, collapsibles and tabs arrange it in the form. */
function hasTopLevelField(fields: readonly Field[], name: string): boolean {
  return fields.some((field) => {
    if (field.type === 'tabs')
      return field.tabs.some((tab) =>
        'name' in tab ? tab.name === name : hasTopLevelField(tab.fields, name),
      )
    if ('name' in field && field.name) return field.name === name
    return 'fields' in field && hasTopLevelField(field.fields, name)
  })
}
