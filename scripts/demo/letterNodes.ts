/** Builds what the editor stores: for the demo's newsletters, and for tests. */
type Node = Record<string, unknown>

export const text = (words: string, format = 0): Node => ({
  type: 'text',
  version: 1,
  text: words,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
})
const element = (type: string, children: Node[], extras: Node = {}): Node => ({
  type,
  version: 1,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  ...extras,
})
const inlines = (content: (string | Node)[]) =>
  content.map((part) => (typeof part === 'string' ? text(part) : part))

export const paragraph = (...content: (string | Node)[]): Node =>
  element('paragraph', inlines(content), { textFormat: 0, textStyle: '' })
export const heading = (tag: 'h1' | 'h2' | 'h3', ...content: (string | Node)[]): Node =>
  element('heading', inlines(content), { tag })
export const list = (listType: 'bullet' | 'number', ...items: (string | Node)[][]): Node =>
  element(
    'list',
    items.map((item, index) => element('listitem', inlines(item), { value: index + 1 })),
    { listType, start: 1, tag: listType === 'number' ? 'ol' : 'ul' },
  )
export const link = (url: string, ...content: (string | Node)[]): Node =>
  element('link', inlines(content), {
    version: 3,
    id: 'link-id',
    fields: { linkType: 'custom', newTab: false, url },
  })
export const lineBreak: Node = { type: 'linebreak', version: 1 }
export const rule: Node = { type: 'horizontalrule', version: 1 }
let blocks = 0
export const block = (blockType: string, fields: Node): Node => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: `block${(blocks += 1)}`, blockName: '', blockType, ...fields },
})
export const personal = (field: string, fallback = ''): Node => ({
  type: 'inlineBlock',
  version: 1,
  fields: { id: `inline${(blocks += 1)}`, blockType: 'personal', field, fallback },
})
export const letter = (...children: Node[]) => ({ root: element('root', children) })
