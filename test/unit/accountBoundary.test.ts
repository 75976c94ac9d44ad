import type { Config } from 'payload'
import { expect, it } from 'vitest'
import { openToAccounts } from '../../src/config/accountBoundary.js'

it("names the host's collections and globals that every account reaches, with what is open", () => {
  const nobody = () => false
  const collections = [
    { slug: 'pages', fields: [] },
    { slug: 'media', fields: [], access: { read: () => true, create: nobody, delete: nobody } },
    { slug: 'team', fields: [], access: { read: nobody, create: nobody, update: nobody, delete: nobody } },
    {
      slug: 'drafts',
      fields: [],
      versions: { drafts: true },
      access: { read: nobody, create: nobody, update: nobody, delete: nobody },
    },
  ]
  const globals = [
    { slug: 'header', fields: [] },
    { slug: 'footer', fields: [], versions: true, access: { read: () => true, update: nobody } },
    { slug: 'prices', fields: [], access: { read: nobody, update: nobody } },
  ]
  expect(openToAccounts({ collections, globals } as unknown as Config)).toEqual([
    'pages (create, read, update, delete)',
    'media (update)',
    'drafts (readVersions)',
    'header (read, update)',
    'footer (readVersions)',
  ])
  expect(openToAccounts({} as Config)).toEqual([])
})
