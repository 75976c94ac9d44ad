import type { CollectionAdminOptions } from 'payload'
import { clientComponent, serverComponent } from '../src/config/componentPaths.js'
import type { Crm } from '../src/config/resolve.js'

type Components = NonNullable<CollectionAdminOptions['components']>

const hidden = { tab: { condition: () => false } }

/** The buttons of a form: close, save, delete. */
const edit: Components['edit'] = {
  beforeDocumentControls: [clientComponent('EntryControls')],
  SaveButton: clientComponent('CrmSaveButton'),
}

/** A customer has three pages: the form, the activities, the orders. The Reiter between them are ours. */
export function customerPages(crm: Crm): Components {
  const { activities, customers, orders } = crm.slugs
  const entries = (entity: 'activities' | 'orders') => ({
    path: `/${entity}` as const,
    Component: {
      path: serverComponent('CustomerEntries'),
      serverProps: { entity, slugs: crm.slugs, timeZone: crm.timeZone },
    },
  })
  return {
    Description: {
      path: clientComponent('CustomerTabs'),
      clientProps: { slugs: { activities, customers, orders } },
    },
    edit,
    views: {
      edit: {
        default: hidden,
        api: hidden,
        versions: hidden,
        activities: entries('activities'),
        orders: entries('orders'),
      },
    },
  }
}

/** An activity or order is edited on the page of its customer; its own address leads there. */
export function entryPages(crm: Crm, entity: 'activities' | 'orders'): Components {
  return {
    edit,
    views: {
      edit: {
        default: {
          Component: { path: serverComponent('EntryView'), serverProps: { entity, slugs: crm.slugs } },
        },
      },
    },
  }
}

export const productPages = (): Components => ({ edit })

/** Part of the data, shown elsewhere or nowhere. */
export const invisible = { Field: clientComponent('Invisible') }

/** Takes a contact person over from the customer; stands above the fields it fills. */
export const contactPicker = (crm: Crm) => ({
  name: 'takeOver',
  type: 'ui' as const,
  admin: {
    components: {
      Field: {
        path: clientComponent('ContactPicker'),
        clientProps: { customers: crm.slugs.customers },
      },
    },
  },
})

/** A component of ours in the place of Payload's. */
export const shownBy = (component: string, clientProps: object = {}) => ({
  components: { Field: { path: clientComponent(component), clientProps } },
})

/** Status, number, buttons and mail of an order, above its form. */
export const orderState = (crm: Crm) => ({
  name: 'state',
  type: 'ui' as const,
  admin: {
    components: {
      Field: {
        path: serverComponent('OrderState'),
        serverProps: { mails: crm.slugs.mails, orders: crm.slugs.orders, rolesOf: crm.rolesOf },
      },
    },
  },
})
