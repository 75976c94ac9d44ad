import type { Block } from '../../domain/newsletterContent.js'
import type { PriceMode } from '../../domain/orderTotals.js'
import type { CrmSettings } from '../settings.js'

export interface MailImage {
  /** Absolute: a mail has no place of its own that a path could start from. */
  src: string
  alt: string
  width: number
  height: number
}

export interface MailProduct {
  name: string
  description: string
  /** Integer cents. */
  price: number
  taxRate: number
  unit: string
}

/** Everything a newsletter is made of. Nothing is looked up while it is rendered, so the same input is the same mail. */
export interface NewsletterInput {
  subject: string
  preheader: string
  blocks: Block[]
  /** By id. What is missing was deleted. */
  images: Record<string, MailImage>
  products: Record<string, MailProduct>
  settings: CrmSettings
  logo: MailImage | null
  priceMode: PriceMode
  /** The page in the web that the mail links to. */
  webUrl: string | null
  /** For that page: without what only a recipient can use. */
  isPublic: boolean
  /** Tells that the letter was opened; away unless that is counted. */
  pixelUrl?: string
}

/** A newsletter before it is personal: `{{slots}}` stand where every recipient reads something else. */
export interface RenderedNewsletter {
  subject: string
  preheader: string
  html: string
  text: string
}
