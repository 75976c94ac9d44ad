import type { UIField } from 'payload'
import { clientComponent } from '../../src/config/componentPaths.js'
import type { Crm } from '../../src/config/resolve.js'

/**
 * A part of a form that shows what is stored elsewhere, with what staff can do about it. It stores nothing.
 *
 * @param component one of our client components
 */
export function panel(crm: Crm, name: string, component: string, clientProps: object): UIField {
  return {
    name,
    type: 'ui',
    admin: {
      disableListColumn: true,
      // Switched off, there are no endpoints to act by; the schema stays the same.
      condition: () => crm.enabled,
      components: { Field: { path: clientComponent(component), clientProps } },
    },
  }
}
