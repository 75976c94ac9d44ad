import type { UIField } from 'payload'
import { clientComponent } from '../../src/config/componentPaths.js'
import type { Crm } from '../../src/config/resolve.js'

/** Shows where an account stands, with what staff can do about it. It stores nothing. */
export function accountStageField(crm: Crm): UIField {
  return {
    name: 'stage',
    type: 'ui',
    admin: {
      disableListColumn: true,
      // Switched off, there are no endpoints to act by; the schema stays the same.
      condition: () => crm.enabled,
      components: {
        Field: {
          path: clientComponent('AccountStageField'),
          clientProps: { accountsSlug: crm.slugs.accounts },
        },
      },
    },
  }
}
