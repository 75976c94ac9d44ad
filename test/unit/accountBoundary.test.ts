import type { Config } from 'payload'
import { expect, it } from 'vitest'
import { collectionsOpenToAccounts } from '../../src/config/accountBoundary.js'

it("names the host's collections that every account reaches, with what is open", () => {
  const nobody = () => false
  const collections = [
    { slug: 'pages', fields: [] },
    { slug: 'media', fields: [], access: { read: () => true, create: nobody, delete: nobody } },
    { slug: 'team', fields: [], access: { read: nobody, create: nobody, update: nobody, delete: nobody } },
  ]
  expect(collectionsOpenToAccounts({ collections } as unknown as Config)).toEqual([
    'pages (create, read, update, delete)',
    'media (update)',
  ])
  expect(collectionsOpenToAccounts({} as Config)).toEqual([])
})
