import type { CollectionConfig, Field, PayloadComponent } from 'payload'
import { clientComponent, serverComponent } from '../config/componentPaths.js'
import type { Crm } from '../config/resolve.js'
import { texts, type TextKey } from '../i18n/translate.js'
import type { ListEntity } from '../overview/areas.js'

interface Column {
  Cell?: PayloadComponent
  /** The heading of a nested field, which would be "group > field" otherwise. */
  heading?: TextKey
}

interface Columns {
  shown: string[]
  cells: Record<string, Column>
}

const server = (name: string): Column => ({ Cell: serverComponent(name) })

function columnsOf(crm: Crm, entity: ListEntity): Columns | null {
  const name = (tab?: 'activities' | 'orders'): Column => ({
    Cell: {
      path: clientComponent('NameCell'),
      ...(tab ? { clientProps: { workspace: { customersSlug: crm.slugs.customers, tab } } } : {}),
    },
  })
  const customer: Column = {
    Cell: { path: clientComponent('CustomerCell'), clientProps: { customersSlug: crm.slugs.customers } },
  }
  switch (entity) {
    case 'customers':
      return {
        shown: ['customerNumber', 'company', 'address.city', 'contacts', 'openActivities'],
        cells: {
          company: name(),
          'address.city': { ...server('TextCell'), heading: 'field:city' },
          contacts: server('MainContactCell'),
          email: server('TextCell'),
          phone: server('TextCell'),
        },
      }
    case 'activities':
      return {
        shown: ['done', 'name', 'customer', 'action', 'dueDate'],
        cells: {
          done: server('DoneCell'),
          name: name('activities'),
          customer,
          action: server('ChoiceCell'),
          dueDate: server('DayCell'),
          doneAt: server('InstantCell'),
        },
      }
    case 'orders':
      return {
        shown: ['status', 'number', 'name', 'customer', 'bookingDate', 'totals.gross'],
        cells: {
          status: server('StateCell'),
          number: server('TextCell'),
          name: name('orders'),
          customer,
          bookingDate: server('DayCell'),
          'totals.gross': { ...server('MoneyCell'), heading: 'admin:totalGross' },
        },
      }
    case 'products':
      return {
        shown: ['sku', 'name', 'unit', 'price', 'taxRate', 'active'],
        cells: {
          sku: server('TextCell'),
          name: name(),
          unit: server('TextCell'),
          price: server('MoneyCell'),
          taxRate: server('PercentCell'),
          active: server('YesNoCell'),
        },
      }
    case 'newsletters':
      return {
        shown: [
          'name',
          'subject',
          'status',
          'scheduledAt',
          'progress.recipients',
          'progress.sent',
          'template',
        ],
        cells: {
          subject: server('TextCell'),
          status: server('NewsletterStatusCell'),
          scheduledAt: server('InstantCell'),
          'progress.recipients': { heading: 'field:recipients' },
          'progress.sent': { heading: 'field:sentCount' },
          template: server('YesNoCell'),
        },
      }
    case 'subscribers':
      return {
        shown: ['email', 'firstName', 'lastName', 'status', 'legalBasis', 'language'],
        cells: {},
      }
    case 'mailingLists':
      return { shown: ['name', 'description', 'public'], cells: { public: server('YesNoCell') } }
    case 'consents':
      return {
        shown: ['recordedAt', 'kind', 'email', 'confirmedAt', 'revokedAt'],
        cells: { confirmedAt: server('InstantCell'), revokedAt: server('InstantCell') },
      }
    case 'mails':
      return {
        shown: ['state', 'to', 'subject', 'kind', 'createdAt', 'sentAt'],
        cells: {
          state: server('StateCell'),
          subject: name(),
          kind: server('ChoiceCell'),
          sentAt: server('InstantCell'),
          nextAttemptAt: server('InstantCell'),
        },
      }
    case 'webhookDeliveries':
      return {
        shown: ['state', 'event', 'webhook', 'attempts', 'lastError', 'createdAt'],
        cells: {
          state: server('StateCell'),
          event: server('EventCell'),
          lastError: server('TextCell'),
          sentAt: server('InstantCell'),
          nextAttemptAt: server('InstantCell'),
        },
      }
    default:
      return null
  }
}

/** What a list shows by default and how its cells look. The forms are not touched. */
export function withColumns(collection: CollectionConfig, crm: Crm, entity: ListEntity): CollectionConfig {
  const columns = columnsOf(crm, entity)
  if (!columns) return collection
  const fields = collection.fields.map((field) => withCell(field, columns.cells, ''))
  return {
    ...collection,
    admin: { ...collection.admin, defaultColumns: columns.shown },
    fields: entity === 'customers' ? [...fields, openActivitiesColumn()] : fields,
  }
}

/** A column alone: no data, no form. Its numbers come with the list, in one query a page. */
function openActivitiesColumn(): Field {
  return {
    name: 'openActivities',
    type: 'ui',
    label: { de: texts.de.admin.openActivities, en: texts.en.admin.openActivities },
    admin: { components: { Cell: clientComponent('OpenActivitiesCell') } },
  }
}

/** Fields are found by their path, however rows, collapsibles and tabs arrange them. */
function withCell(field: Field, cells: Columns['cells'], prefix: string): Field {
  if (field.type === 'tabs') {
    const tabs = field.tabs.map((tab) => ({
      ...tab,
      fields: tab.fields.map((child) =>
        withCell(child, cells, 'name' in tab ? `${prefix}${tab.name}.` : prefix),
      ),
    }))
    return { ...field, tabs }
  }
  const isUnnamedGroup = field.type === 'group' && !('name' in field && field.name)
  if (field.type === 'row' || field.type === 'collapsible' || isUnnamedGroup)
    return { ...field, fields: field.fields.map((child) => withCell(child, cells, prefix)) }
  if (!('name' in field) || !field.name) return field
  const path = `${prefix}${field.name}`
  if (field.type === 'group')
    return { ...field, fields: field.fields.map((child) => withCell(child, cells, `${path}.`)) }
  const column = cells[path]
  if (!column) return field
  const components = {
    ...(field.admin?.components as object | undefined),
    ...(column.Cell ? { Cell: column.Cell } : {}),
    ...(column.heading
      ? { Label: { path: clientComponent('ColumnLabel'), clientProps: { short: column.heading } } }
      : {}),
  }
  return { ...field, admin: { ...field.admin, components } } as Field
}
