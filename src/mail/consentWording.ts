import { createHash } from 'node:crypto'
import { translate, type Language } from '../i18n/translate.js'
import type { CrmSettings } from './settings.js'

export interface Wording {
  text: string
  /** Names the wording: the same words always have the same version. */
  version: string
}

/** How the company is called in texts; a neutral word as long as the settings have no name. */
export function companyName(settings: CrmSettings, language: Language): string {
  return settings.company?.name || translate(language, 'consent:ourCompany')
}

/** The words a person agrees to when signing up. */
export function consentWording(settings: CrmSettings, language: Language): Wording {
  return versioned(
    settings.subscription?.[language]?.consentText || translate(language, 'consent:defaultText'),
    companyName(settings, language),
  )
}

/** The words a person agrees to when openings and clicks may be looked at: apart from those for the newsletter itself. */
export function trackingWording(settings: CrmSettings, language: Language): Wording {
  return versioned(
    settings.subscription?.[language]?.trackingText || translate(language, 'tracking:consentText'),
    companyName(settings, language),
  )
}

/** The notice of §7(3) UWG, given when the address was collected and repeated in every mail. */
export function existingCustomerNotice(settings: CrmSettings, language: Language): Wording {
  return versioned(
    settings.subscription?.[language]?.existingCustomerNotice ||
      translate(language, 'consent:existingCustomerNotice'),
    companyName(settings, language),
  )
}

function versioned(template: string, company: string): Wording {
  const text = template.replaceAll('{{company}}', () => company)
  return { text, version: createHash('sha256').update(text).digest('hex').slice(0, 12) }
}
