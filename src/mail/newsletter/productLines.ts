import { formatDecimal, formatMoney } from '../../i18n/format.js'
import { translate, type Language } from '../../i18n/translate.js'
import type { MailProduct, NewsletterInput } from './newsletterInput.js'

/** `12,50 € / kg` and what the price contains; a price says so (PAngV). */
export function productPrice(
  product: MailProduct,
  priceMode: NewsletterInput['priceMode'],
  language: Language,
): { price: string; tax: string } {
  const rate = formatDecimal(product.taxRate, language)
  const money = formatMoney(product.price, language)
  return {
    price: product.unit ? `${money} / ${product.unit}` : money,
    tax: translate(language, priceMode === 'net' ? 'newsletter:plusTax' : 'newsletter:withTax', { rate }),
  }
}
