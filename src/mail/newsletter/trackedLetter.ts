import type { Block, Inline } from '../../domain/newsletterContent.js'
import { slot } from '../../domain/personalFields.js'
import type { Language } from '../../i18n/translate.js'
import type { Letter } from './compile.js'
import type { NewsletterInput } from './newsletterInput.js'
import { renderNewsletter } from './render.js'

/** Where the pixel and the links of a counted letter lead, without what says whose letter it is. */
export interface CountedAddresses {
  open: string
  click: string
}

/** What leads into the web gets a number; the letter's own pages, mail and telephone addresses lead where they say. */
export const webLinks = (blocks: readonly Block[]): string[] => {
  const links = new Set<string>()
  mapTargets(blocks, (href) => {
    links.add(href)
    return href
  })
  return [...links]
}

/**
 * A letter whose openings and clicks are counted. Its HTML carries a pixel, and its links lead over our own; in them stands
 * a slot, so that it is decided recipient by recipient what they say. The plain text is the same as ever: an address in it
 * is meant to be read.
 *
 * @param links from `webLinks`; the place in it is the link's number
 */
export function renderCounted(
  input: NewsletterInput,
  language: Language,
  links: readonly string[],
  { click, open }: CountedAddresses,
): Letter {
  const whose = slot('trackingToken')
  const blocks = mapTargets(input.blocks, (href) => `${click}/${whose}/${links.indexOf(href) + 1}`)
  return {
    ...renderNewsletter(input, language),
    html: renderNewsletter({ ...input, blocks, pixelUrl: `${open}/${whose}` }, language).html,
  }
}

function mapTargets(blocks: readonly Block[], change: (href: string) => string): Block[] {
  const target = (href: string | null) => (href !== null && /^https?:\/\//i.test(href) ? change(href) : href)
  const inlines = (content: readonly Inline[]): Inline[] =>
    content.map((inline) =>
      inline.type === 'link'
        ? { ...inline, href: target(inline.href), content: inlines(inline.content) }
        : inline,
    )
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
      case 'quote':
        return { ...block, content: inlines(block.content) }
      case 'list':
        return {
          ...block,
          items: block.items.map(({ children, content }) => ({
            content: inlines(content),
            children: mapTargets(children, change),
          })),
        }
      case 'columns':
        return { ...block, left: mapTargets(block.left, change), right: mapTargets(block.right, change) }
      case 'image':
      case 'button':
      case 'product':
        return { ...block, href: target(block.href) }
      default:
        return block
    }
  })
}
