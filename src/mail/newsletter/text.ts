import { wordsOf, type Block, type Inline } from '../../domain/newsletterContent.js'
import { isPersonalField, slot } from '../../domain/personalFields.js'
import { translate, type Language } from '../../i18n/translate.js'
import { greetingSlot } from './greetingSlot.js'
import { footerOf } from './footer.js'
import type { NewsletterInput } from './newsletterInput.js'
import { productPrice } from './productLines.js'

const line = '-'.repeat(40)

/** The plain-text part, made from the same blocks as the HTML. */
export function newsletterText(input: NewsletterInput, language: Language): string {
  const footer = footerOf(input, language)
  const head =
    input.webUrl && !input.isPublic ? [`${translate(language, 'newsletter:webView')}: ${input.webUrl}`] : []
  return [
    ...head,
    ...blocksText(input.blocks, input, language),
    [`-- \n${footer.note.join('\n')}`, footer.reason].filter((part) => part !== '-- \n').join('\n'),
    footer.links.map(({ href, label }) => `${label}: ${href}`).join('\n'),
    footer.company.join('\n'),
  ]
    .filter((part) => part.trim() !== '')
    .join('\n\n')
}

function blocksText(blocks: readonly Block[], input: NewsletterInput, language: Language): string[] {
  return blocks.map((block) => blockText(block, input, language)).filter((text) => text.trim() !== '')
}

function blockText(block: Block, input: NewsletterInput, language: Language): string {
  switch (block.type) {
    case 'heading': {
      const text = inlineText(block.content)
      const width = Math.min(60, wordsOf(block.content).length)
      return block.level === 3 ? text : `${text}\n${(block.level === 1 ? '=' : '-').repeat(width)}`
    }
    case 'paragraph':
      return inlineText(block.content)
    case 'quote':
      return inlineText(block.content).replace(/^/gm, '> ')
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${index + 1}. ` : '* '
          const children = blocksText(item.children, input, language)
            .join('\n')
            .replace(/^(?=.)/gm, '  ')
          return [inlineText(item.content) && `${mark}${inlineText(item.content)}`, children]
            .filter(Boolean)
            .join('\n')
        })
        .join('\n')
    case 'divider':
      return line
    case 'image':
      return named(
        block.alt || (block.image === null ? '' : (input.images[block.image]?.alt ?? '')),
        block.href,
      )
    case 'button':
      return block.href ? named(block.label, block.href) : block.label
    case 'columns':
      return blocksText([...block.left, ...block.right], input, language).join('\n\n')
    case 'product': {
      const product = block.product === null ? undefined : input.products[block.product]
      if (!product) return ''
      const { price, tax } = productPrice(product, input.priceMode, language)
      return [product.name, product.description, `${price} (${tax})`, block.href]
        .filter((part): part is string => Boolean(part))
        .join('\n')
    }
    case 'greeting':
      return greetingSlot(block, language)
  }
}

function inlineText(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return inline.text
        case 'break':
          return '\n'
        case 'link':
          return named(inlineText(inline.content), inline.href)
        case 'personal':
          return isPersonalField(inline.field) ? slot(inline.field, inline.fallback) : inline.fallback
      }
    })
    .join('')
}

/** A link whose words are its address says it once. */
function named(label: string, href: string | null): string {
  if (href === null || label === href || `${label}/` === href) return label
  const shown = href.replace(/^mailto:|^tel:/, '')
  return label === '' ? shown : label === shown ? label : `${label} (${shown})`
}
