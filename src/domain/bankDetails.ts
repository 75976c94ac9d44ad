import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools'

/** ISO 13616 electronic form: no spaces, upper case. Says nothing about validity. */
export function normalizeIban(value: string): string {
  return electronicFormatIBAN(value.replace(/\s/g, '')) ?? ''
}

export function isIban(value: string): boolean {
  return isValidIBAN(value)
}

/** ISO 9362 form: no spaces, upper case. */
export function normalizeBic(value: string): string {
  return value.replace(/\s/g, '').toUpperCase()
}

export function isBic(value: string): boolean {
  return isValidBIC(value)
}
