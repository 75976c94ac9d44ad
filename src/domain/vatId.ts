import * as jsvat from 'jsvat'

const { checkVAT, ...exports } = jsvat
/** Every country the library knows the format and check digit of: the EU and its neighbours. */
const countries = Object.values(exports).filter(
  (entry): entry is jsvat.Country => typeof entry === 'object' && 'calcFn' in entry,
)

/** Without spaces, dots and dashes, upper case: `de 136.695.976` → `DE136695976`. */
export function normalizeVatId(value: string): string {
  return value.replace(/[\s.-]/g, '').toUpperCase()
}

/** Checks format and check digits; whether the number is in use only the tax office knows. */
export function isVatId(value: string): boolean {
  return checkVAT(value, countries).isValid
}
