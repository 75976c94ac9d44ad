import type { CollectionConfig } from 'payload'

/** The staff. The plugin adds the field `roles`. */
export const users: CollectionConfig = {
  slug: 'users',
  labels: { singular: { de: 'Benutzer', en: 'User' }, plural: { de: 'Benutzer', en: 'Users' } },
  auth: true,
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'email', 'roles'] },
  access: {
    // Not left to Payload's default, which lets in whoever is logged in: the accounts of customers as well.
    read: ({ req }) => req.user?.collection === 'users',
    create: ({ req }) => isAdmin(req.user),
    update: ({ id, req }) => isAdmin(req.user) || (req.user?.collection === 'users' && req.user.id === id),
    delete: ({ req }) => isAdmin(req.user),
  },
  fields: [{ name: 'name', type: 'text', label: { de: 'Name', en: 'Name' } }],
}

function isAdmin(user: unknown): boolean {
  const { collection, roles } = (user ?? {}) as { collection?: string; roles?: string[] }
  return collection === 'users' && (roles ?? []).includes('admin')
}
