import type { CollectionConfig, Plugin } from 'payload'

export const plainSlug = 'plain-orders'

/** The collection of the orders once more: the same fields and indexes, no behaviour. */
export const addPlainOrders: Plugin = (config) => {
  const orders = config.collections?.find((collection) => collection.slug === 'orders')
  if (!orders) throw new Error('The plugin has no orders.')
  const plain = { ...(withoutBehaviour(orders) as CollectionConfig), slug: plainSlug }
  return { ...config, collections: [...(config.collections ?? []), plain] }
}

function withoutBehaviour(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBehaviour)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([key]) => !['hooks', 'endpoints', 'validate'].includes(key))
    .map(([key, child]): [string, unknown] =>
      key === 'unique' ? ['index', true] : [key, withoutBehaviour(child)],
    )
  return Object.fromEntries(entries)
}
