import type { SanitizedPermissions } from 'payload'
import type { CrmEntity, CrmSlugs, InternalEntity } from '../config/slugs.js'
import type { TextKey } from '../i18n/translate.js'

/** What is listed for the staff. */
export type ListEntity = Exclude<CrmEntity, 'settings' | InternalEntity>

/** A list or form that can be reached from the overview. */
export interface Place {
  kind: 'collections' | 'globals'
  slug: string
  label: TextKey
}

/** A Reiter of the overview. Those of the CRM proper come first, the others stand apart, settings at the end. */
export interface Area extends Place {
  group: 'main' | 'apart' | 'end'
  /** Lists of the same matter that have no Reiter of their own. */
  within: Place[]
}

export function crmAreas(slugs: CrmSlugs): Area[] {
  const place = (slug: string, label: TextKey): Place => ({ kind: 'collections', slug, label })
  return [
    {
      ...place(slugs.customers, 'entity:customers'),
      group: 'main',
      within: [place(slugs.accounts, 'entity:accounts')],
    },
    { ...place(slugs.activities, 'entity:activities'), group: 'main', within: [] },
    { ...place(slugs.orders, 'entity:orders'), group: 'main', within: [] },
    {
      ...place(slugs.newsletters, 'entity:newsletters'),
      group: 'apart',
      within: [
        place(slugs.subscribers, 'entity:subscribers'),
        place(slugs.mailingLists, 'entity:mailingLists'),
        place(slugs.consents, 'entity:consents'),
        place(slugs.suppressions, 'entity:suppressions'),
        place(slugs.newsletterImages, 'entity:newsletterImages'),
      ],
    },
    { ...place(slugs.products, 'entity:products'), group: 'apart', within: [] },
    {
      ...place(slugs.mails, 'entity:mails'),
      group: 'apart',
      within: [place(slugs.bounces, 'entity:bounces')],
    },
    {
      kind: 'globals',
      slug: slugs.settings,
      label: 'admin:settings',
      group: 'end',
      within: [
        place(slugs.webhooks, 'entity:webhooks'),
        place(slugs.webhookDeliveries, 'entity:webhookDeliveries'),
        place(slugs.audit, 'entity:audit'),
      ],
    },
  ]
}

/** What a reader with these permissions may see. Whose own list is closed has no Reiter, and nothing within it. */
export function readable(areas: readonly Area[], permissions: SanitizedPermissions | undefined): Area[] {
  const open = ({ kind, slug }: Place) => Boolean(permissions?.[kind]?.[slug]?.read)
  return areas.filter(open).map((area) => ({ ...area, within: area.within.filter(open) }))
}
