import type { Block } from '../../domain/newsletterContent.js'
import { slot } from '../../domain/personalFields.js'
import { translate, type Language } from '../../i18n/translate.js'

/** A greeting never lacks its fallback: without one of the writer's own it is the usual one of the language. */
export function greetingSlot(block: Extract<Block, { type: 'greeting' }>, language: Language): string {
  return block.style === 'formal'
    ? slot('formalGreeting', block.fallback.trim() || translate(language, 'mail:greetingNobody'))
    : slot('informalGreeting', block.fallback.trim() || translate(language, 'mail:greetingInformalNobody'))
}
