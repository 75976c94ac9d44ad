import { formatAdminURL } from 'payload/shared'

/** Where an activity or order is edited: in its customer's Reiter. */
export interface Workspace {
  customersSlug: string
  tab: 'activities' | 'orders'
}

/** @returns `null` for an entry without a customer: it has no other place than its own form */
export function workspaceUrl(
  adminRoute: string,
  { customersSlug, tab }: Workspace,
  doc: Record<string, unknown>,
): string | null {
  const { customer, id } = doc as { customer?: unknown; id?: string | number }
  const customerId =
    typeof customer === 'object' && customer !== null ? (customer as { id?: unknown }).id : customer
  if ((typeof customerId !== 'string' && typeof customerId !== 'number') || id === undefined) return null
  const path = `/collections/${customersSlug}/${encodeURIComponent(customerId)}/${tab}` as const
  return `${formatAdminURL({ adminRoute: adminRoute, path })}?entry=${encodeURIComponent(id)}`
}
