import type { Config, Payload, TypedUser } from 'payload'
import { roles, type Role } from '../domain/role.js'
import { resolveLimits } from './limits.js'
import type {
  DeliveryOptions,
  DkimOptions,
  LimitOptions,
  MozaikooCrmOptions,
  WebhookOptions,
} from './options.js'
import { defaultSlugs, type CrmSlugs } from './slugs.js'

/** The options with every default filled in; what the plugin's parts are built from. */
export interface Crm {
  enabled: boolean
  slugs: CrmSlugs
  overrides: NonNullable<MozaikooCrmOptions['overrides']>
  prices: 'net' | 'gross'
  usersSlug: string
  rolesOf: (user: TypedUser | null | undefined) => readonly Role[]
  timeZone: string
  dnsServers: readonly string[]
  delivery: Required<DeliveryOptions>
  webhooks: Required<WebhookOptions>
  trustedProxyHops: number
  limits: Required<LimitOptions>
  dkim: DkimOptions | null
}

const customKey = 'mozaikooCrm'

/** @throws Error with one sentence for an option that cannot work */
export function resolveCrm(options: MozaikooCrmOptions, config: Config): Crm {
  const slugs: CrmSlugs = { ...defaultSlugs, ...options.slugs }
  const values = Object.values(slugs)
  const twice = values.find((slug, index) => values.indexOf(slug) !== index)
  if (twice) throw new Error(`mozaikoo-crm: the slug "${twice}" is used for two collections.`)
  const given = options.delivery ?? {}
  const delivery: Required<DeliveryOptions> = {
    leaseSeconds: given.leaseSeconds ?? 60,
    maxAttempts: given.maxAttempts ?? 12,
    backoffSeconds: given.backoffSeconds ?? 60,
    maxBackoffSeconds: given.maxBackoffSeconds ?? 14_400,
    sweepSeconds: given.sweepSeconds ?? 5,
    connections: given.connections ?? 20,
  }
  for (const [name, value] of Object.entries(delivery)) {
    if (!(typeof value === 'number' && value > 0))
      throw new Error(`mozaikoo-crm: delivery.${name} must be a number greater than 0, got ${String(value)}.`)
  }
  const usersSlug =
    options.usersSlug ??
    config.admin?.user ??
    config.collections?.find((collection) => collection.auth)?.slug ??
    'users'
  const readRoles = options.roles ?? storedRoles
  return {
    enabled: options.enabled ?? true,
    slugs,
    overrides: options.overrides ?? {},
    prices: options.prices ?? 'net',
    usersSlug,
    rolesOf: (user) => (user && user.collection === usersSlug ? readRoles(user) : []),
    dnsServers: options.dnsServers ?? [],
    timeZone: options.timeZone ?? 'Europe/Berlin',
    delivery,
    webhooks: {
      allowPrivateNetworks: options.webhooks?.allowPrivateNetworks ?? false,
      timeoutSeconds: options.webhooks?.timeoutSeconds ?? 10,
    },
    trustedProxyHops: proxyHops(options.trustedProxyHops ?? 0),
    limits: resolveLimits(options.limits ?? {}),
    dkim: options.dkim ?? null,
  }
}

function proxyHops(hops: number): number {
  if (!Number.isInteger(hops) || hops < 0)
    throw new Error(`mozaikoo-crm: trustedProxyHops must be 0 or a positive integer, got ${String(hops)}.`)
  return hops
}

function storedRoles(user: TypedUser): readonly Role[] {
  const stored: unknown = (user as unknown as Record<string, unknown>).roles
  return Array.isArray(stored) ? roles.filter((role) => stored.includes(role)) : []
}

export function rememberCrm(crm: Crm): Record<string, unknown> {
  return { [customKey]: crm }
}

/** @throws Error when the plugin is not part of the running config */
export function crmOf(payload: Payload): Crm {
  const crm = payload.config.custom?.[customKey] as Crm | undefined
  if (!crm) throw new Error('mozaikoo-crm: mozaikooCrm() is not among the plugins of this Payload config.')
  return crm
}
