import type { Config } from 'payload'
import { describe, expect, it } from 'vitest'
import { withShell } from '../../src/admin/shell.js'
import { resolveCrm } from '../../src/config/resolve.js'
import { crmAreas, readable } from '../../src/overview/areas.js'
import { workspaceUrl } from '../../src/overview/workspaceUrl.js'

const crm = resolveCrm({}, { collections: [], db: {} as never, secret: '' })

describe('the shell', () => {
  it('brings sign, title, menu entry and widgets to a host that has none', () => {
    const admin = withShell(undefined, crm)
    expect(admin.components?.graphics).toEqual({
      Logo: 'mozaikoo-crm/rsc#CrmLogo',
      Icon: 'mozaikoo-crm/rsc#CrmIcon',
    })
    expect(admin.meta).toMatchObject({ titleSuffix: ' · mozaikoo CRM', icons: [{ type: 'image/svg+xml' }] })
    expect(admin.components?.beforeNavLinks).toHaveLength(1)
    expect(admin.dashboard?.widgets).toHaveLength(6)
    expect(admin.avatar).toBe('default')
  })

  it('leaves what the host has set itself', () => {
    const layout = [{ widgetSlug: 'hosts', width: 'full' }] as never
    const host: Config['admin'] = {
      avatar: 'gravatar',
      dateFormat: 'yyyy',
      meta: { titleSuffix: ' – Host' },
      components: { graphics: { Logo: '/Logo' }, beforeNavLinks: ['/Link'], providers: ['/Provider'] },
      dashboard: { widgets: [{ slug: 'hosts', Component: '/Widget' }], defaultLayout: layout },
    }
    const before = structuredClone(host)
    const admin = withShell(host, crm)
    expect(host).toEqual(before)
    expect(admin).toMatchObject({ avatar: 'gravatar', dateFormat: 'yyyy', meta: { titleSuffix: ' – Host' } })
    expect(admin.components?.graphics).toEqual({ Logo: '/Logo', Icon: 'mozaikoo-crm/rsc#CrmIcon' })
    expect(admin.components?.beforeNavLinks?.at(-1)).toBe('/Link')
    expect(admin.components?.providers?.[0]).toBe('/Provider')
    expect(admin.dashboard?.widgets.map(({ slug }) => slug)).toContain('hosts')
    expect(admin.dashboard?.defaultLayout).toBe(layout)
  })

  it.each([
    [['admin'], ['agenda', 'openOrders', 'orderTotals', 'accounts', 'mails', 'newsletters']],
    [['sales'], ['agenda', 'openOrders', 'orderTotals', 'accounts', 'mails']],
    [['marketing'], ['newsletters']],
    [[], []],
  ])('shows %j the widgets of their work', async (roles, expected) => {
    const layout = withShell(undefined, crm).dashboard?.defaultLayout
    if (typeof layout !== 'function') throw new Error('The layout depends on who asks.')
    const widgets = await layout({ req: { user: { collection: 'users', roles } } as never })
    expect(widgets.map(({ widgetSlug }) => widgetSlug)).toEqual([
      ...expected.map((slug) => `crm-${slug}`),
      'collections',
    ])
  })
})

describe('the Reiter', () => {
  const read = { read: true } as never
  const names = (collections: string[]) =>
    readable(crmAreas(crm.slugs), {
      collections: Object.fromEntries(collections.map((slug) => [slug, read])),
    }).map(({ slug, within }) => [slug, within.map((place) => place.slug)])

  it('are those that may be read', () => {
    expect(names(['customers', 'mails'])).toEqual([
      ['customers', []],
      ['mails', []],
    ])
    expect(readable(crmAreas(crm.slugs), undefined)).toEqual([])
  })

  it('hide with a closed list what is within it', () => {
    expect(names(['accounts', 'consents', 'bounces', 'mails'])).toEqual([['mails', ['bounces']]])
  })
})

describe('the place of an entry', () => {
  const workspace = { customersSlug: 'clients', tab: 'orders' } as const
  it.each([
    [{ id: 7, customer: 3 }, '/panel/collections/clients/3/orders?entry=7'],
    [{ id: 7, customer: { id: 'a/b' } }, '/panel/collections/clients/a%2Fb/orders?entry=7'],
    [{ id: 7, customer: null }, null],
    [{ id: 7 }, null],
  ])('of %j is %s', (doc, url) => expect(workspaceUrl('/panel', workspace, doc)).toBe(url))
})
