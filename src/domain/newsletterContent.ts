/** What a newsletter says, free of the editor it was written in. HTML and plain text are made from the same blocks. */
export type Inline =
  | { type: 'text'; text: string; bold: boolean; italic: boolean; underline: boolean; strike: boolean }
  | { type: 'break' }
  /** `href` is `null` for a link that leads nowhere. */
  | { type: 'link'; href: string | null; content: Inline[] }
  | { type: 'personal'; field: string; fallback: string }

export type Alignment = 'left' | 'center' | 'right'

export type Block =
  | { type: 'heading'; level: 1 | 2 | 3; align: Alignment; content: Inline[] }
  | { type: 'paragraph'; align: Alignment; content: Inline[] }
  | { type: 'quote'; content: Inline[] }
  | { type: 'list'; ordered: boolean; items: ListItem[] }
  | { type: 'divider' }
  | {
      type: 'image'
      image: Id | null
      alt: string
      width: number | null
      href: string | null
      linked: boolean
    }
  | { type: 'button'; label: string; href: string | null; align: Alignment }
  | { type: 'columns'; left: Block[]; right: Block[] }
  | {
      type: 'product'
      product: Id | null
      image: Id | null
      href: string | null
      linked: boolean
      label: string
    }
  | { type: 'greeting'; style: 'formal' | 'informal'; fallback: string }

export interface ListItem {
  content: Inline[]
  children: Block[]
}

type Id = string | number

/** Every block with those inside columns and lists, in reading order. */
export function* everyBlock(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block
    if (block.type === 'columns') {
      yield* everyBlock(block.left)
      yield* everyBlock(block.right)
    } else if (block.type === 'list') {
      for (const item of block.items) yield* everyBlock(item.children)
    }
  }
}

/** Every piece of running text, links and what is inside them included. */
export function* everyInline(blocks: readonly Block[]): Generator<Inline> {
  for (const block of everyBlock(blocks)) {
    if ('content' in block) yield* inside(block.content)
    if (block.type === 'list') for (const item of block.items) yield* inside(item.content)
  }
}

function* inside(content: readonly Inline[]): Generator<Inline> {
  for (const inline of content) {
    yield inline
    if (inline.type === 'link') yield* inside(inline.content)
  }
}

/** The words of running text. */
export function wordsOf(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      if (inline.type === 'link') return wordsOf(inline.content)
      return inline.type === 'break' ? '\n' : inline.fallback
    })
    .join('')
}
