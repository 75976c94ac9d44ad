import { block, heading, letter, paragraph, rule } from './letterNodes.js'

type Id = string | number

/**
 * What the demo's newsletters say.
 *
 * @param products ids in the order of the catalogue
 */
export const autumnLetter = (products: readonly Id[]) =>
  letter(
    heading('h1', 'Der Herbst ist im Regal'),
    block('greeting', { style: 'formal', fallback: 'Guten Tag,' }),
    paragraph(
      'die Tage werden kürzer, die Kannen größer: Unser Tee aus der ersten Pflückung ist wieder da, und die Imker aus der Eifel haben den Waldhonig geschickt. Beides gibt es, solange der Vorrat reicht.',
    ),
    block('product', {
      product: products[0],
      label: 'Tee ansehen',
      url: 'https://www.mozaikoo.test/darjeeling',
    }),
    block('product', {
      product: products[13],
      label: 'Honig ansehen',
      url: 'https://www.mozaikoo.test/waldhonig',
    }),
    rule,
    heading('h2', 'Zwei Termine'),
    block('columns', {
      left: letter(
        paragraph('Verkostung am 12. Dezember'),
        paragraph('Von 10 bis 16 Uhr in der Speicherstraße, ohne Anmeldung.'),
      ),
      right: letter(
        paragraph('Letzte Lieferung am 21. Dezember'),
        paragraph('Was bis zum 18. bestellt ist, kommt vor den Feiertagen an.'),
      ),
    }),
    block('button', {
      label: 'Jetzt bestellen',
      url: 'https://www.mozaikoo.test/bestellen',
      align: 'center',
    }),
    paragraph('Herzliche Grüße aus Köln, Ihre Muster Naturkost'),
  )

export const giftLetter = (products: readonly Id[]) =>
  letter(
    heading('h1', 'Geschenke, die schmecken'),
    block('greeting', { style: 'formal', fallback: 'Guten Tag,' }),
    paragraph('wer früh bestellt, sucht in Ruhe aus. Unser Frühstückskorb geht auch als Paket hinaus.'),
    block('product', {
      product: products[23],
      label: 'Zum Geschenkkorb',
      url: 'https://www.mozaikoo.test/geschenkkorb',
    }),
    block('button', {
      label: 'Alle Geschenke',
      url: 'https://www.mozaikoo.test/geschenke',
      align: 'center',
    }),
  )

export const monthlyTemplate = () =>
  letter(
    heading('h1', 'Neu im Sortiment'),
    block('greeting', { style: 'formal', fallback: 'Guten Tag,' }),
    paragraph('hier steht, was diesen Monat neu ist.'),
    block('button', {
      label: 'Jetzt bestellen',
      url: 'https://www.mozaikoo.test/bestellen',
      align: 'center',
    }),
    paragraph('Herzliche Grüße aus Köln, Ihre Muster Naturkost'),
  )
