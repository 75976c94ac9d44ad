import type { UIField } from 'payload'
import { clientComponent } from '../../src/config/componentPaths.js'
import type { Crm } from '../../src/config/resolve.js'

/** Shows a customer's accounts, with what staff can do about them. It stores nothing. */
export function accountsPanel(crm: Crm): UIField {
  const { accounts, customers } = crm.slugs
  return {
    name: 'accounts',
    type: 'ui',
    admin: {
      disableListColumn: true,
      // Switched off, there are no endpoints to act by; the schema stays the same.
      condition: () => crm.enabled,
      components: {
        Field: {
          path: clientComponent('CustomerAccounts'),
          clientProps: { slugs: { accounts, customers } },
        },
      },
    },
  }
}
