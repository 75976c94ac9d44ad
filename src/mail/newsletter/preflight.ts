import { everyBlock, everyInline, wordsOf } from '../../domain/newsletterContent.js'
import { isPersonalField, isSlotName, slotsOf } from '../../domain/personalFields.js'
import { translate, type Language } from '../../i18n/translate.js'
import { hasImpressum } from './footer.js'
import type { Finding } from './findings.js'
import type { NewsletterInput } from './newsletterInput.js'
import { renderNewsletter } from './render.js'
import { checkSize } from './sizeCheck.js'

/**
 * Everything that can be seen by looking at the letter itself. One finding a check, the green ones included.
 *
 * @param language of whoever reads the findings
 * @param versions the languages that the letter goes out in
 * @param htmlOf the letter as it is received, for its size
 */
export function checkLetter(
  input: NewsletterInput,
  language: Language,
  versions: readonly Language[] = [language],
  htmlOf = (version: Language) => renderNewsletter(input, version).html,
): Finding[] {
  const blocks = [...everyBlock(input.blocks)]
  const inlines = [...everyInline(input.blocks)]
  const rendered = renderNewsletter(input, language)
  const isEmpty = blocks.every((block) => 'content' in block && wordsOf(block.content).trim() === '')

  // What is typed as {{field}} and what was put in as a block are found alike in the text part and the subject.
  const slots = [rendered.subject, rendered.preheader, rendered.text].flatMap(slotsOf)
  const unknown = unique(slots.filter(({ name }) => !isSlotName(name)).map(({ name }) => name))
  const without = unique(
    slots.flatMap(({ fallback, name }) =>
      isPersonalField(name) && fallback === null && name !== 'email'
        ? [translate(language, `newsletter:personal_${name}`)]
        : [],
    ),
  )

  const links = [
    ...inlines.flatMap((inline) =>
      inline.type === 'link' && inline.href === null ? [wordsOf(inline.content)] : [],
    ),
    ...blocks.flatMap((block) => {
      if (block.type === 'button') return block.href === null ? [block.label] : []
      return (block.type === 'image' || block.type === 'product') && block.linked && block.href === null
        ? ['…']
        : []
    }),
  ]
  const pictures = blocks.filter((block) => block.type === 'image')
  const lost = pictures.filter(({ image }) => image === null || !input.images[image]).length
  const mute = pictures.filter(
    ({ alt, image }) =>
      image !== null && input.images[image] && alt.trim() === '' && input.images[image].alt.trim() === '',
  ).length
  const gone = blocks.filter(
    (block) => block.type === 'product' && (block.product === null || !input.products[block.product]),
  ).length

  return [
    finding('content', isEmpty ? 'red' : 'green'),
    finding('slot', unknown.length > 0 ? 'red' : 'green', { fields: unknown.join(', ') }),
    finding('fallback', without.length > 0 ? 'yellow' : 'green', { fields: without.join(', ') }),
    finding('link', links.length > 0 ? 'red' : 'green', { links: links.join(', ') }),
    finding('picture', lost > 0 ? 'red' : 'green', { count: lost }),
    finding('alt', mute > 0 ? 'yellow' : 'green', { count: mute }),
    finding('product', gone > 0 ? 'red' : 'green', { count: gone }),
    checkSize(htmlOf, language, versions),
    finding('impressum', hasImpressum(input.settings) ? 'green' : 'red'),
  ]
}

function finding(check: Finding['check'], light: Finding['light'], values?: Finding['values']): Finding {
  return {
    check,
    light,
    what: light === 'green' ? 'ok' : 'bad',
    ...(light !== 'green' && values ? { values } : {}),
  }
}

const unique = (names: string[]): string[] => [...new Set(names)]
