import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { countryCode } from '../../src/domain/country.js'
import { root } from '../../scripts/host.js'

const folder = path.join(root, '..', 'shared', 'data', 'northwind')

/** Without the folder a developer may go on, the build server may not. */
export function northwindIsThere(): boolean {
  if (existsSync(folder)) return true
  if (process.env.CI) throw new Error(`The Northwind data is missing: ${folder}`)
  console.log(`Skipped: the Northwind data is not in ${folder}.`)
  return false
}

export type Row = Record<string, string>

export const readNorthwind = (name: 'customers' | 'products'): Row[] =>
  parse(readFileSync(path.join(folder, `${name}.csv`), 'utf8'), { bom: true, columns: true })

const cell = (row: Row, column: string): string => {
  const value = row[column]
  if (value === undefined) throw new Error(`There is no column ${column}.`)
  return value
}

/** What is empty in the file is not sent, so it stays null. */
const filled = (value: string): string | null => (value === '' ? null : value)

export function customerOf(row: Row) {
  const of = (column: string) => filled(cell(row, column))
  const id = cell(row, 'id')
  const name = cell(row, 'contact_name')
  const space = name.indexOf(' ')
  const country = countryCode(cell(row, 'country'))
  if (!country) throw new Error(`No code for the country ${cell(row, 'country')}.`)
  return {
    company: cell(row, 'company'),
    address: {
      street: of('address'),
      city: of('city'),
      region: of('region'),
      postalCode: of('postal_code'),
      country,
    },
    contacts: [
      {
        firstName: space < 0 ? null : name.slice(0, space),
        lastName: name.slice(space + 1),
        position: of('contact_title'),
        phone: of('phone'),
      },
    ],
    phone: of('phone'),
    notes: of('fax') && `Fax: ${of('fax')}`,
    tags: ['northwind', id],
    email: `${id.toLowerCase()}@northwind.example`,
  }
}

export function productOf(row: Row) {
  return {
    name: cell(row, 'name'),
    sku: `NW-${cell(row, 'id')}`,
    unit: filled(cell(row, 'quantity_per_unit')),
    price: centsOf(cell(row, 'unit_price')),
    description: filled(cell(row, 'category')),
    active: cell(row, 'discontinued') === '0',
    taxRate: 19,
  }
}

/** `21.35` → 2135 by the digits: no binary fraction comes near a price. */
export function centsOf(decimal: string): number {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(decimal)
  if (!match) throw new Error(`Not a price: ${decimal}`)
  return Number(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`)
}

export interface ExpectedLine {
  /** Thousandths. */
  quantity: bigint
  /** Cents. */
  unitPrice: bigint
  /** Whole percent. */
  rate: bigint
}

const half = (dividend: bigint, divisor: bigint) => (2n * dividend + divisor) / (2n * divisor)

/** The totals of an order in net mode with a discount in whole percent, worked out without the plugin. */
export function expectedTotals(lines: ExpectedLine[], percent: bigint) {
  const lineTotals = lines.map((line) => half(line.quantity * line.unitPrice, 1000n))
  const subtotal = lineTotals.reduce((sum, total) => sum + total, 0n)
  const discount = half(subtotal * percent, 100n)
  const groups = [...new Set(lines.map((line) => line.rate))]
    .sort((a, b) => Number(b - a))
    .map((rate) => {
      const total = lines.reduce(
        (sum, line, i) => (line.rate === rate ? sum + (lineTotals[i] ?? 0n) : sum),
        0n,
      )
      return { rate, total, part: (discount * total) / subtotal, rest: (discount * total) % subtotal }
    })
  let left = discount - groups.reduce((sum, group) => sum + group.part, 0n)
  for (const group of [...groups].sort((a, b) => Number(b.rest - a.rest))) {
    if (left === 0n) break
    group.part += 1n
    left -= 1n
  }
  const taxes = groups.map(({ rate, total, part }) => {
    const net = total - part
    return { rate: Number(rate), net: Number(net), tax: Number(half(net * rate, 100n)) }
  })
  const net = Number(subtotal - discount)
  const tax = taxes.reduce((sum, share) => sum + share.tax, 0)
  return {
    lineTotals: lineTotals.map(Number),
    totals: { subtotal: Number(subtotal), discount: Number(discount), net, tax, gross: net + tax, taxes },
  }
}
