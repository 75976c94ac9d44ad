import { translate, type Language } from '../../i18n/translate.js'
import type { ConfirmationContent, ConfirmedOrder } from './confirmationContent.js'
import { joined } from './letterhead.js'

export function confirmationText(
  content: ConfirmationContent,
  order: ConfirmedOrder,
  language: Language,
): string {
  const factWidth = Math.max(...content.facts.map(([name]) => name.length))
  const amountWidth = Math.max(...content.sums.map((sum) => sum.amount.length))
  const lines = content.lines.map(
    (line) => `${line.name} (${line.detail})\n  ${line.quantity} × ${line.unitPrice} = ${line.total}`,
  )
  const sums = content.sums.map((sum) => `${sum.amount.padStart(amountWidth)}  ${sum.label}`)
  return [
    `${translate(language, 'field:confirmation')} ${order.number}`,
    content.address.join('\n'),
    content.facts.map(([name, value]) => `${`${name}:`.padEnd(factWidth + 2)}${value}`).join('\n'),
    content.greeting,
    content.intro,
    joined([order.name, order.description], '\n'),
    lines.join('\n'),
    sums.join('\n'),
    content.closing,
    content.regards,
    `-- \n${content.company.join('\n')}`,
  ].join('\n\n')
}
