import countries from 'i18n-iso-countries'
import german from 'i18n-iso-countries/langs/de.json' with { type: 'json' }
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }

countries.registerLocale(german)
countries.registerLocale(english)

/** ISO 3166-1 alpha-2 codes. */
export const countryCodes = Object.keys(countries.getAlpha2Codes())

/** @returns the country's name, or the code itself when it is unknown */
export function countryName(code: string, language: 'de' | 'en'): string {
  return countries.getName(code, language) ?? code
}

/** @param name in German or English, for example `Germany`, `Deutschland`, `UK` */
export function countryCode(name: string): string | undefined {
  return countries.getAlpha2Code(name, 'en') ?? countries.getAlpha2Code(name, 'de')
}
