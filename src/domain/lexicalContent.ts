import { linkTarget } from './linkTarget.js'
import type { Alignment, Block, Inline, ListItem } from './newsletterContent.js'

type Node = Record<string, unknown>

/** Reads what the editor stores. Nodes a mail has no form for are dropped, their text is kept. */
export function readLexical(value: unknown): Block[] {
  const root = isNode(value) ? value.root : null
  return isNode(root) ? childrenOf(root).flatMap(readBlock) : []
}

function readBlock(node: Node): Block[] {
  const align = alignmentOf(node)
  switch (node.type) {
    case 'heading': {
      const level = Number(String(node.tag).slice(1))
      return [
        { type: 'heading', level: level === 1 || level === 2 ? level : 3, align, content: readInlines(node) },
      ]
    }
    case 'paragraph':
      return [{ type: 'paragraph', align, content: readInlines(node) }]
    case 'quote':
      return [{ type: 'quote', content: readInlines(node) }]
    case 'list':
      return [{ type: 'list', ordered: node.listType === 'number', items: childrenOf(node).map(readItem) }]
    case 'horizontalrule':
      return [{ type: 'divider' }]
    case 'block':
      return isNode(node.fields) ? readFields(node.fields) : []
    default:
      return childrenOf(node).flatMap(readBlock)
  }
}

function readFields(fields: Node): Block[] {
  const href = linkTarget(fields.url)
  const linked = textOf(fields.url).trim() !== ''
  switch (fields.blockType) {
    case 'image':
      return [
        {
          type: 'image',
          image: idOf(fields.image),
          alt: textOf(fields.alt),
          width: sizeOf(fields.width),
          href,
          linked,
        },
      ]
    case 'button':
      return [
        {
          type: 'button',
          label: textOf(fields.label),
          href,
          align: fields.align === 'left' ? 'left' : 'center',
        },
      ]
    case 'columns':
      return [{ type: 'columns', left: readLexical(fields.left), right: readLexical(fields.right) }]
    case 'product':
      return [
        {
          type: 'product',
          product: idOf(fields.product),
          image: idOf(fields.image),
          href,
          linked,
          label: textOf(fields.label),
        },
      ]
    case 'divider':
      return [{ type: 'divider' }]
    case 'greeting': {
      const style = fields.style === 'informal' ? 'informal' : 'formal'
      return [{ type: 'greeting', style, fallback: textOf(fields.fallback) }]
    }
    default:
      return []
  }
}

/** A nested list is the child of an item of its own. */
function readItem(node: Node): ListItem {
  const lists = childrenOf(node).filter((child) => child.type === 'list')
  const rest = { ...node, children: childrenOf(node).filter((child) => child.type !== 'list') }
  return { content: readInlines(rest), children: lists.flatMap(readBlock) }
}

function readInlines(node: Node): Inline[] {
  return childrenOf(node).flatMap((child): Inline[] => {
    switch (child.type) {
      case 'text': {
        const format = typeof child.format === 'number' ? child.format : 0
        const has = (bit: number) => (format & bit) !== 0
        const text = textOf(child.text)
        return [{ type: 'text', text, bold: has(1), italic: has(2), strike: has(4), underline: has(8) }]
      }
      case 'linebreak':
        return [{ type: 'break' }]
      case 'tab':
        return [{ type: 'text', text: ' ', bold: false, italic: false, underline: false, strike: false }]
      case 'link':
      case 'autolink': {
        const url = isNode(child.fields) ? child.fields.url : null
        return [{ type: 'link', href: linkTarget(url), content: readInlines(child) }]
      }
      case 'inlineBlock': {
        const fields = isNode(child.fields) ? child.fields : {}
        return [{ type: 'personal', field: textOf(fields.field), fallback: textOf(fields.fallback) }]
      }
      default:
        return readInlines(child)
    }
  })
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const childrenOf = (node: Node): Node[] => (Array.isArray(node.children) ? node.children.filter(isNode) : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const sizeOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.round(value) : null

/** A relationship is an id, or the document when it was populated. */
function idOf(value: unknown): string | number | null {
  const id = isNode(value) ? value.id : value
  return typeof id === 'string' || typeof id === 'number' ? id : null
}

function alignmentOf(node: Node): Alignment {
  return node.format === 'center'
    ? 'center'
    : node.format === 'right' || node.format === 'end'
      ? 'right'
      : 'left'
}
