import type { CollectionConfig } from 'payload'
import { lockDocuments } from '../hooks/lockDocuments.js'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { allow } from './access/staff.js'

/**
 * The pictures of newsletters. Everybody can load them, or no recipient could; only formats that all mail programs show
 * are taken, so no WebP and no SVG.
 */
export function newsletterImagesCollection(crm: Crm): CollectionConfig {
  const marketing = allow(crm, 'admin', 'marketing')
  return {
    slug: crm.slugs.newsletterImages,
    labels: { singular: label('entity:newsletterImage'), plural: label('entity:newsletterImages') },
    lockDocuments: false,
    defaultSort: '-createdAt',
    upload: { mimeTypes: ['image/png', 'image/jpeg', 'image/gif'] },
    access: { read: () => true, create: marketing, update: marketing, delete: marketing },
    admin: { group: 'CRM', useAsTitle: 'filename', defaultColumns: ['filename', 'alt', 'createdAt'] },
    // Of two that delete a picture at once, the second would fail at the file that is gone already.
    hooks: crm.enabled ? { beforeOperation: [lockDocuments] } : {},
    fields: [{ name: 'alt', type: 'text', label: label('newsletter:alt') }],
  }
}
