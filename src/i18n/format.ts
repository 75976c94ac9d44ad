import type { Language } from './translate.js'

const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }

/** @param cents integer cents; formatted by its digits, so no binary fraction is involved */
export function formatMoney(cents: number, language: Language): string {
  const negative = cents < 0
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+(?!\d))/g, language === 'de' ? '.' : ',')
  const amount = `${whole}${language === 'de' ? ',' : '.'}${digits.slice(-2)}`
  const sign = negative ? '-' : ''
  return language === 'de' ? `${sign}${amount} €` : `${sign}€${amount}`
}

/** A quantity or percent, at most three decimals. */
export function formatDecimal(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 3 }).format(value)
}

/** `12,5 %`, `12.5%`. */
export function formatPercent(value: number, language: Language): string {
  return `${formatDecimal(value, language)}${language === 'de' ? '\u00a0' : ''}%`
}

/** The calendar day of an instant: `31.12.2026`, `31/12/2026`. */
export function formatDate(value: string | Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(value))
}

/** Day and time of an instant: `31.12.2026, 14:05`. */
export function formatInstant(value: string | Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(value))
}

/** An instant to the second, with the zone it is told in: `31.12.2026, 14:05:00 MEZ`. */
export function formatDateTime(value: string | Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(value))
}
