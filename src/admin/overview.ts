import type { CollectionConfig, CustomComponent, GlobalConfig } from 'payload'
import { clientComponent, serverComponent } from '../config/componentPaths.js'
import type { Crm } from '../config/resolve.js'
import { texts } from '../i18n/translate.js'
import { crmAreas, type ListEntity } from '../overview/areas.js'
import { workspaceUrl } from '../overview/workspaceUrl.js'
import { withColumns } from './columns.js'

/** A list of the CRM: out of the main menu, under the Reiter of the overview. */
export function inOverview(collection: CollectionConfig, crm: Crm, entity: ListEntity): CollectionConfig {
  const listed = withColumns(collection, crm, entity)
  const { admin } = listed
  const tabs = tabsOf(crm, collection.slug)
  const list = {
    path: serverComponent('CrmListView'),
    serverProps: { activitiesSlug: crm.slugs.activities, entity },
  }
  return {
    ...listed,
    admin: {
      ...admin,
      ...(entity === 'activities' || entity === 'orders' ? { formatDocURL: inWorkspace(crm, entity) } : {}),
      group: false,
      // An address of the REST API says nothing to whoever works here.
      hideAPIURL: true,
      components: {
        ...admin?.components,
        edit: {
          ...admin?.components?.edit,
          beforeDocumentControls: [
            ...titleOfNew(entity),
            ...(admin?.components?.edit?.beforeDocumentControls ?? []),
          ],
        },
        beforeList: [tabs, ...(admin?.components?.beforeList ?? [])],
        views: {
          ...admin?.components?.views,
          list: { Component: list, ...admin?.components?.views?.list },
          ...pageOf(entity),
        },
      },
    },
  }
}

/** What the staff may create has a heading before it has a name. */
const titleOfNew = (entity: ListEntity): CustomComponent[] =>
  entity in texts.de.creating
    ? [{ path: clientComponent('TitleOfNew'), clientProps: { titleKey: `creating:${entity}` } }]
    : []

/** A mail and a delivery are read, not edited: one page, no tabs. */
const noTab = { tab: { condition: () => false } }
const pages: Partial<Record<ListEntity, string>> = { mails: 'MailView', webhookDeliveries: 'DeliveryView' }

function pageOf(entity: ListEntity) {
  const page = pages[entity]
  return page ? { edit: { default: { Component: serverComponent(page), ...noTab }, api: noTab } } : {}
}

type FormatDocUrl = NonNullable<NonNullable<CollectionConfig['admin']>['formatDocURL']>

/** Activities and orders are opened in their customer's Reiter. */
function inWorkspace(crm: Crm, tab: 'activities' | 'orders'): FormatDocUrl {
  return ({ defaultURL, doc, req, viewType }) => {
    const workspace = { customersSlug: crm.slugs.customers, tab }
    const url = viewType === 'trash' ? null : workspaceUrl(req.payload.config.routes.admin, workspace, doc)
    return url ?? defaultURL
  }
}

/** The settings are reached from the Reiter too, and lead back by them. */
export function behindOverview(settings: GlobalConfig, crm: Crm): GlobalConfig {
  const { admin } = settings
  const elements = { Description: tabsOf(crm, settings.slug), ...admin?.components?.elements }
  return {
    ...settings,
    admin: { ...admin, group: false, hideAPIURL: true, components: { ...admin?.components, elements } },
  }
}

const tabsOf = (crm: Crm, slug: string): CustomComponent => ({
  path: serverComponent('OverviewTabs'),
  serverProps: { areas: crmAreas(crm.slugs), slug },
})
