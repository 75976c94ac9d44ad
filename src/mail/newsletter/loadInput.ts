import type { Payload } from 'payload'
import { absoluteUrl } from '../../config/publicUrl.js'
import type { Crm } from '../../config/resolve.js'
import { readLexical } from '../../domain/lexicalContent.js'
import { everyBlock, type Block } from '../../domain/newsletterContent.js'
import { readSettings } from '../settings.js'
import { webViewUrl } from './webView.js'
import type { MailImage, MailProduct, NewsletterInput } from './newsletterInput.js'

type Id = string | number

/** A newsletter as it is stored, or as it stands in the form. */
export interface NewsletterDocument {
  id?: Id
  subject?: string | null
  preheader?: string | null
  content?: unknown
  webView?: boolean | null
}

/** Looks up everything the letter shows. What it shows of products and pictures is as they are now. */
export async function loadNewsletterInput(
  payload: Payload,
  crm: Crm,
  newsletter: NewsletterDocument,
): Promise<NewsletterInput> {
  const blocks = readLexical(newsletter.content)
  const settings = await readSettings(payload, crm)
  const logo = settings.newsletter?.logo ?? null
  const wanted = imageIds(blocks)
  const images = await loadImages(payload, crm, logo === null ? wanted : [...wanted, logo])
  return {
    subject: newsletter.subject ?? '',
    preheader: newsletter.preheader ?? '',
    blocks,
    images,
    products: await loadProducts(payload, crm, productIds(blocks)),
    settings,
    logo: logo === null ? null : logoOf(images[logo], settings.company?.name ?? ''),
    priceMode: settings.orders?.priceMode ?? crm.prices,
    webUrl: newsletter.webView && newsletter.id !== undefined ? webViewUrl(payload, newsletter.id) : null,
    isPublic: false,
  }
}

const imageIds = (blocks: readonly Block[]): Id[] =>
  [...everyBlock(blocks)].flatMap((block) => ('image' in block && block.image !== null ? [block.image] : []))

const productIds = (blocks: readonly Block[]): Id[] =>
  [...everyBlock(blocks)].flatMap((block) =>
    block.type === 'product' && block.product !== null ? [block.product] : [],
  )

async function loadImages(payload: Payload, crm: Crm, ids: Id[]): Promise<Record<string, MailImage>> {
  const docs = await byIds(payload, crm.slugs.newsletterImages, ids)
  return Object.fromEntries(
    docs.flatMap((doc): [string, MailImage][] => {
      const { alt, height, url, width } = doc as {
        alt?: string
        height?: number
        url?: string
        width?: number
      }
      if (!url) return []
      return [
        [String(doc.id), { src: absoluteUrl(url), alt: alt ?? '', width: width ?? 0, height: height ?? 0 }],
      ]
    }),
  )
}

async function loadProducts(payload: Payload, crm: Crm, ids: Id[]): Promise<Record<string, MailProduct>> {
  const docs = await byIds(payload, crm.slugs.products, ids)
  return Object.fromEntries(
    docs.map((doc): [string, MailProduct] => {
      const { description, name, price, taxRate, unit } = doc as Partial<Record<keyof MailProduct, unknown>>
      const text = (value: unknown) => (typeof value === 'string' ? value : '')
      return [
        String(doc.id),
        {
          name: text(name),
          description: text(description),
          price: Number(price ?? 0),
          taxRate: Number(taxRate ?? 0),
          unit: text(unit),
        },
      ]
    }),
  )
}

async function byIds(payload: Payload, collection: string, ids: Id[]): Promise<{ id: Id }[]> {
  // An id that cannot exist would be an error of the database instead of a picture that is missing.
  const usable = ids.filter((id) => payload.db.defaultIDType !== 'number' || /^\d{1,9}$/.test(String(id)))
  if (usable.length === 0) return []
  const { docs } = await payload.find({
    collection,
    where: { id: { in: [...new Set(usable)] } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}

/** At most 200 pixels wide and 80 high, as large as it is otherwise. */
function logoOf(image: MailImage | undefined, name: string): MailImage | null {
  if (!image) return null
  const scale = Math.min(1, 200 / Math.max(1, image.width), 80 / Math.max(1, image.height))
  return {
    ...image,
    alt: image.alt || name,
    width: Math.max(1, Math.round(image.width * scale)),
    height: Math.max(1, Math.round(image.height * scale)),
  }
}
