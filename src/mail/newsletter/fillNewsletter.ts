import { fillSlots, type SlotValues } from '../../domain/personalFields.js'
import type { RenderedNewsletter } from './newsletterInput.js'

/** One recipient's mail, for previews and tests; the delivery fills compiled mails, many at a time. */
export function fillNewsletter(rendered: RenderedNewsletter, values: SlotValues): RenderedNewsletter {
  return {
    subject: fillSlots(rendered.subject, values, 'header'),
    preheader: fillSlots(rendered.preheader, values, 'header'),
    html: fillSlots(rendered.html, values, 'html'),
    text: fillSlots(rendered.text, values, 'text'),
  }
}
