import type { UIField } from 'payload'
import { clientComponent } from '../../src/config/componentPaths.js'
import type { Crm } from '../../src/config/resolve.js'

/** Shows which mails came back. It stores nothing. */
export function bouncesPanel(crm: Crm, by: 'customer' | 'newsletter' | 'subscriber'): UIField {
  return {
    name: 'bounces',
    type: 'ui',
    admin: {
      // A customer's form has no column of its own for it.
      ...(by === 'customer' ? {} : { position: 'sidebar' as const }),
      disableListColumn: true,
      components: {
        Field: {
          path: clientComponent('BouncesPanel'),
          clientProps: { bouncesSlug: crm.slugs.bounces, by },
        },
      },
    },
  }
}
