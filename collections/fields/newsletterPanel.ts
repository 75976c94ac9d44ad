import type { UIField } from 'payload'
import { clientComponent } from '../../src/config/componentPaths.js'
import type { Crm } from '../../src/config/resolve.js'

/** Shows which of a customer's addresses get newsletters, and subscribes one that does not. It stores nothing. */
export function newsletterPanel(crm: Crm): UIField {
  const { customers, mailingLists, subscribers } = crm.slugs
  return {
    name: 'newsletterPeople',
    type: 'ui',
    admin: {
      disableListColumn: true,
      // Switched off, there are no endpoints to act by; the schema stays the same.
      condition: () => crm.enabled,
      components: {
        Field: {
          path: clientComponent('CustomerNewsletter'),
          clientProps: { slugs: { customers, mailingLists, subscribers } },
        },
      },
    },
  }
}
