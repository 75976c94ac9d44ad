import { translate, type Language } from '../../i18n/translate.js'
import { trackingWording } from '../../mail/consentWording.js'
import type { CrmSettings } from '../../mail/settings.js'
import { html, type Html } from '../../mail/templates/html.js'
import { asksForTracking } from '../../subscription/trackingConsent.js'
import type { Form } from './form.js'

/**
 * The choice whether openings and clicks may be looked at: a box of its own, never ticked but by the person. Who agreed once
 * can untick it when nobody is asked any more.
 */
export function trackingChoice(settings: CrmSettings, language: Language, chosen: boolean): Html | false {
  if (!asksForTracking(settings) && !chosen) return false
  return html`<fieldset>
    <legend>${translate(language, 'tracking:legend')}</legend>
    <input type="hidden" name="tracking" value="no" />
    <label class="choice">
      <input type="checkbox" name="tracking" value="yes" ${chosen && 'checked'} />
      <span>${trackingWording(settings, language).text}</span>
    </label>
  </fieldset>`
}

/** @returns null when the form did not ask */
export function trackingChosen(form: Form): boolean | null {
  const said = form.get('tracking') ?? []
  return said.includes('yes') ? true : said.includes('no') ? false : null
}
