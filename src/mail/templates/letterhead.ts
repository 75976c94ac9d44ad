import { countryName } from '../../domain/country.js'
import { translate, type Language } from '../../i18n/translate.js'
import type { CrmSettings } from '../settings.js'

type Text = string | null | undefined

/** Joins what is there. */
export function joined(parts: Text[], separator: string): string {
  return parts.filter((part): part is string => Boolean(part)).join(separator)
}

/** A postal address, one entry a line; the country only when it is not the sender's own. */
export function addressLines(address: Record<string, Text>, language: Language, homeCountry: Text): string[] {
  const { city, country, postalCode, region, street } = address
  return [
    street,
    joined([postalCode, city], ' '),
    region,
    country && country !== (homeCountry || 'DE') ? countryName(country, language) : null,
  ].filter((line): line is string => Boolean(line))
}

/** The particulars a German business letter must have (§35a GmbHG, §37a HGB, §5 DDG), one statement a line. */
export function companyLines(settings: CrmSettings, language: Language): string[] {
  const { company = {}, bank = {} } = settings
  const labelled = (key: Parameters<typeof translate>[1], value: Text) =>
    value ? `${translate(language, key)}: ${value}` : null
  return [
    joined([company.name, ...addressLines(company, language, company.country)], ', '),
    joined([labelled('mail:phone', company.phone), company.email, company.website], ' · '),
    joined(
      [
        labelled('mail:managingDirectors', company.managingDirectors),
        labelled('mail:register', joined([company.registerCourt, company.registerNumber], ', ')),
      ],
      ' · ',
    ),
    joined([labelled('mail:vatId', company.vatId), labelled('mail:taxNumber', company.taxNumber)], ' · '),
    bank.iban
      ? `${translate(language, 'mail:bank')}: ${joined(
          [
            bank.accountHolder,
            bank.bankName,
            `IBAN ${groupsOfFour(bank.iban)}`,
            bank.bic ? `BIC ${bank.bic}` : null,
          ],
          ', ',
        )}`
      : null,
  ].filter((line): line is string => Boolean(line))
}

function groupsOfFour(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ')
}
