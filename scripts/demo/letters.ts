/** What the demo's newsletters say, as the editor stores it. */
type Node = Record<string, unknown>

const text = (words: string): Node => ({
  type: 'text',
  version: 1,
  text: words,
  format: 0,
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
const heading = (tag: 'h1' | 'h2', words: string) => element('heading', [text(words)], { tag })
const paragraph = (words: string) => element('paragraph', [text(words)], { textFormat: 0, textStyle: '' })
const rule: Node = { type: 'horizontalrule', version: 1 }
const letter = (...children: Node[]) => ({ root: element('root', children) })
const block = (id: string, blockType: string, fields: Node): Node => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id, blockName: '', blockType, ...fields },
})

type Id = string | number

/** @param products ids in the order of the catalogue */
export const autumnLetter = (products: readonly Id[]) =>
  letter(
    heading('h1', 'Der Herbst ist im Regal'),
    block('greeting', 'greeting', { style: 'formal', fallback: 'Guten Tag,' }),
    paragraph(
      'die Tage werden kürzer, die Kannen größer: Unser Tee aus der ersten Pflückung ist wieder da, und die Imker aus der Eifel haben den Waldhonig geschickt. Beides gibt es, solange der Vorrat reicht.',
    ),
    block('tea', 'product', {
      product: products[0],
      label: 'Tee ansehen',
      url: 'https://www.mozaikoo.test/darjeeling',
    }),
    block('honey', 'product', {
      product: products[13],
      label: 'Honig ansehen',
      url: 'https://www.mozaikoo.test/waldhonig',
    }),
    rule,
    heading('h2', 'Zwei Termine'),
    block('dates', 'columns', {
      left: letter(
        paragraph('Verkostung am 12. Dezember'),
        paragraph('Von 10 bis 16 Uhr in der Speicherstraße, ohne Anmeldung.'),
      ),
      right: letter(
        paragraph('Letzte Lieferung am 21. Dezember'),
        paragraph('Was bis zum 18. bestellt ist, kommt vor den Feiertagen an.'),
      ),
    }),
    block('order', 'button', {
      label: 'Jetzt bestellen',
      url: 'https://www.mozaikoo.test/bestellen',
      align: 'center',
    }),
    paragraph('Herzliche Grüße aus Köln, Ihre Muster Naturkost'),
  )

export const giftLetter = (products: readonly Id[]) =>
  letter(
    heading('h1', 'Geschenke, die schmecken'),
    block('greeting', 'greeting', { style: 'formal', fallback: 'Guten Tag,' }),
    paragraph('wer früh bestellt, sucht in Ruhe aus. Unser Frühstückskorb geht auch als Paket hinaus.'),
    block('basket', 'product', {
      product: products[23],
      label: 'Zum Geschenkkorb',
      url: 'https://www.mozaikoo.test/geschenkkorb',
    }),
    block('order', 'button', {
      label: 'Alle Geschenke',
      url: 'https://www.mozaikoo.test/geschenke',
      align: 'center',
    }),
  )

export const monthlyTemplate = () =>
  letter(
    heading('h1', 'Neu im Sortiment'),
    block('greeting', 'greeting', { style: 'formal', fallback: 'Guten Tag,' }),
    paragraph('hier steht, was diesen Monat neu ist.'),
    block('order', 'button', {
      label: 'Jetzt bestellen',
      url: 'https://www.mozaikoo.test/bestellen',
      align: 'center',
    }),
    paragraph('Herzliche Grüße aus Köln, Ihre Muster Naturkost'),
  )
