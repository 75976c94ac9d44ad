import type { CollectionConfig, Config, Endpoint, Field, GlobalConfig, Payload } from 'payload'
import { accountsCollection } from '../collections/accounts.js'
import { activitiesCollection } from '../collections/activities.js'
import { auditCollection } from '../collections/audit.js'
import { bouncesCollection } from '../collections/bounces.js'
import { consentsCollection } from '../collections/consents.js'
import { customersCollection } from '../collections/customers.js'
import { rolesField } from '../collections/fields/roles.js'
import {
  accountTokensCollection,
  countersCollection,
  idempotencyKeysCollection,
  rateLimitsCollection,
  ratesCollection,
  workersCollection,
} from '../collections/internal.js'
import { mailingListsCollection } from '../collections/mailingLists.js'
import { mailsCollection } from '../collections/mails.js'
import { newsletterImagesCollection } from '../collections/newsletterImages.js'
import { newslettersCollection } from '../collections/newsletters.js'
import { ordersCollection } from '../collections/orders.js'
import { productsCollection } from '../collections/products.js'
import { audiencePartsCollection } from '../collections/audienceParts.js'
import { reactionCountsCollection, reactionsCollection } from '../collections/reactions.js'
import { settingsGlobal } from '../collections/settings.js'
import { subscribersCollection } from '../collections/subscribers.js'
import { suppressionsCollection } from '../collections/suppressions.js'
import { webhookDeliveriesCollection, webhooksCollection } from '../collections/webhooks.js'
import { behindOverview, inOverview } from './admin/overview.js'
import { withShell } from './admin/shell.js'
import { drawAccountBoundary, openToAccounts } from './config/accountBoundary.js'
import { keepErrorPaths } from '../hooks/keepErrorPaths.js'
import { nameAsPayload } from '../hooks/nameAsPayload.js'
import { refuseMalformed } from '../hooks/refuseMalformed.js'
import { refuseSecretQuery } from '../hooks/refuseSecretQuery.js'
import { requirePostgres, withCheckedStart } from './config/hostDatabase.js'
import type { MozaikooCrmOptions } from './config/options.js'
import { rememberCrm, resolveCrm, type Crm } from './config/resolve.js'
import { internalEntities, type CrmEntity, type InternalEntity } from './config/slugs.js'
import { withLeanMailsTable } from './database/mailsTable.js'
import { quietLogger } from './database/quietLogger.js'
import { describeAccountEndpoints } from './endpoints/accounts/descriptions.js'
import { accountEndpoints } from './endpoints/accounts/routes.js'
import { customerEndpoints } from './endpoints/customers.js'
import { dependentsEndpoints } from './endpoints/dependents.js'
import { accessEndpoint } from './endpoints/generated.js'
import { graphqlMutations } from './endpoints/graphqlMutations.js'
import { mailEndpoints } from './endpoints/mails.js'
import { noVersions } from './endpoints/noVersions.js'
import { newsletterEndpoints } from './endpoints/newsletters/routes.js'
import { orderEndpoints } from './endpoints/orders.js'
import { privacyEndpoints } from './endpoints/privacy/routes.js'
import { rootEndpoints } from './endpoints/root.js'
import { subscriberEndpoints } from './endpoints/subscribers/routes.js'
import { subscribeContactEndpoint } from './endpoints/subscribers/subscribeContact.js'
import { uniformMutations } from './endpoints/uniformMutations.js'
import { webhookDeliveryEndpoints } from './endpoints/webhooks.js'
import { registerTranslations } from './i18n/register.js'
import { ours } from './openapi/describe.js'

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
    const settings = crm.enabled ? behindOverview(guarded(settingsGlobal(crm)), crm) : settingsGlobal(crm)
    if (config.globals?.some(({ slug }) => slug === settings.slug))
      throw new Error(
        `mozaikoo-crm: the host has a global "${settings.slug}" already; rename ours with the option slugs.`,
      )
    return {
      ...config,
      db: withLeanMailsTable(crm.enabled ? withCheckedStart(config.db) : config.db, crm),
      ...(crm.enabled ? { admin: withShell(config.admin, crm) } : {}),
      collections: [...existing.map((collection) => withRoles(collection, crm)), ...collections],
      globals: [...(config.globals ?? []), crm.overrides.settings?.({ defaultGlobal: settings }) ?? settings],
      endpoints: [...(config.endpoints ?? []), ...(crm.enabled ? ours(rootEndpoints(crm)) : [])],
      ...(crm.enabled
        ? {
            hooks: {
              ...config.hooks,
              afterError: [keepErrorPaths, nameAsPayload, ...(config.hooks?.afterError ?? [])],
            },
            loggingLevels: { ...quietRefusals, ...config.loggingLevels },
            graphQL: {
              ...config.graphQL,
              mutations: uniformMutations(crm, graphqlMutations(crm, config.graphQL?.mutations)),
            },
            onInit: async (payload: Payload) => {
              payload.logger = quietLogger(payload.logger)
              await config.onInit?.(payload)
              drawAccountBoundary(payload, crm, openToAccounts(config))
            },
          }
        : {}),
      i18n: registerTranslations(config.i18n),
      custom: { ...config.custom, ...rememberCrm(crm) },
    }
  }

/** What somebody outside did wrong: one line in the log, no stack. Payload's type knows the names of its own errors only. */
const quietRefusals = {
  AuthenticationError: 'info',
  LockedAuth: 'info',
  QueryError: 'info',
  Refusal: 'info',
  UnverifiedEmail: 'info',
} as Config['loggingLevels']

function crmCollections(crm: Crm): CollectionConfig[] {
  const served = (collection: CollectionConfig, endpoints: Endpoint[]): CollectionConfig =>
    crm.enabled ? { ...collection, endpoints: ours(endpoints) } : collection
  const collections = {
    customers: served(customersCollection(crm), [
      ...customerEndpoints(crm),
      ...privacyEndpoints(crm),
      subscribeContactEndpoint(crm),
    ]),
    activities: activitiesCollection(crm),
    orders: served(ordersCollection(crm), orderEndpoints(crm)),
    products: productsCollection(crm),
    newsletters: served(newslettersCollection(crm), newsletterEndpoints(crm)),
    newsletterImages: newsletterImagesCollection(crm),
    mailingLists: mailingListsCollection(crm),
    subscribers: served(subscribersCollection(crm), subscriberEndpoints(crm)),
    consents: consentsCollection(crm),
    suppressions: suppressionsCollection(crm),
    bounces: bouncesCollection(crm),
    accounts: served(accountsCollection(crm), describeAccountEndpoints(crm, accountEndpoints(crm))),
    mails: served(mailsCollection(crm), mailEndpoints(crm)),
    webhooks: webhooksCollection(crm),
    webhookDeliveries: served(webhookDeliveriesCollection(crm), webhookDeliveryEndpoints(crm)),
    audit: auditCollection(crm),
    counters: countersCollection(crm),
    workers: workersCollection(crm),
    accountTokens: accountTokensCollection(crm),
    rateLimits: rateLimitsCollection(crm),
    rates: ratesCollection(crm),
    idempotencyKeys: idempotencyKeysCollection(crm),
    audienceParts: audiencePartsCollection(crm),
    reactionCounts: reactionCountsCollection(crm),
    reactions: reactionsCollection(crm),
  }
  const shown = (name: keyof typeof collections): CollectionConfig => {
    if (!crm.enabled) return collections[name]
    const collection = guardedQuery(guarded(collections[name]))
    const endpoints = [
      ...(collection.endpoints || []),
      ...noVersions(collection),
      accessEndpoint(collection.slug),
    ]
    if (isInternal(name)) return { ...collection, endpoints }
    const dependents = dependentsEndpoints(crm, collection.slug)
    return inOverview({ ...collection, endpoints: [...endpoints, ...dependents] }, crm, name)
  }
  return (Object.keys(collections) as (keyof typeof collections)[]).map((name) => {
    const defaultCollection = shown(name)
    return crm.overrides[name]?.({ defaultCollection }) ?? defaultCollection
  })
}

/** Nothing else sees a write from outside before this guard has. */
function guarded<Entity extends CollectionConfig | GlobalConfig>(entity: Entity): Entity {
  const beforeOperation = [refuseMalformed, ...(entity.hooks?.beforeOperation ?? [])]
  return { ...entity, hooks: { ...entity.hooks, beforeOperation } }
}

function guardedQuery(collection: CollectionConfig): CollectionConfig {
  const beforeOperation = [refuseSecretQuery, ...(collection.hooks?.beforeOperation ?? [])]
  return { ...collection, hooks: { ...collection.hooks, beforeOperation } }
}

const isInternal = (name: CrmEntity): name is InternalEntity =>
  (internalEntities as readonly string[]).includes(name)

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
