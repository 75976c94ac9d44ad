import { fillSlots } from '../../domain/personalFields.js'
import type { Language } from '../../i18n/translate.js'
import { newsletterHtml } from './html.js'
import type { NewsletterInput, RenderedNewsletter } from './newsletterInput.js'
import { newsletterText } from './text.js'

/**
 * Renders a newsletter once for everybody who reads it in one language. What is personal stays a `{{slot}}`, to be filled
 * by `fillSlots`: `html` in HTML, `text` in plain text, `subject` and `preheader` as a header.
 */
export function renderNewsletter(input: NewsletterInput, language: Language): RenderedNewsletter {
  return {
    subject: input.subject,
    preheader: input.preheader,
    // The indentation is for those who read the template; every recipient would load it.
    html: newsletterHtml(input, language).source.replace(/\n\s+/g, '\n'),
    text: newsletterText(input, language),
  }
}

/** The letter as a page that anybody may read: nobody is addressed by name, and it has none of a recipient's links. */
export function renderWebPage(input: NewsletterInput, language: Language): string {
  return fillSlots(renderNewsletter({ ...input, isPublic: true }, language).html, {}, 'html')
}
