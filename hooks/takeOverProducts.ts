import type { FieldHook } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import type { Violation } from '../src/domain/violation.js'
import { idOf, type Id, type OrderDocument, type OrderLine } from './orderDocument.js'
import { reportViolations } from './reportViolations.js'

interface Product {
  id: Id
  name: string
  sku?: string | null
  unit?: string | null
  price: number
  taxRate?: number | null
  active?: boolean | null
}

/**
 * Copies a product onto a line that is new or has changed its product: whatever the client did not say itself. Afterwards
 * the line keeps what it has, however the product changes. Runs before Payload fills in what was stored.
 */
export function takeOverProducts(crm: Crm): FieldHook {
  return async ({ originalDoc, req, value }) => {
    if (!Array.isArray(value)) return value as unknown
    const lines = value as OrderLine[]
    const stored = (originalDoc as OrderDocument | undefined)?.lines ?? []
    const before = new Map(stored.map((line) => [line.id, idOf(line.product)]))
    const isNew = (line: OrderLine) =>
      line.product !== undefined &&
      line.product !== null &&
      String(before.get(line.id)) !== String(idOf(line.product))
    const products = await productsById(crm, lines.filter(isNew), req)

    const violations: Violation[] = []
    const result = lines.map((line, index) => {
      if (!isNew(line)) return before.has(line.id) ? line : { ...line, taxRate: line.taxRate ?? 19 }
      const product = products.get(String(idOf(line.product)))
      if (!product || product.active === false) {
        violations.push({
          path: `lines.${index}.product`,
          message: product ? 'productInactive' : 'productUnknown',
        })
        return line
      }
      return {
        ...line,
        name: line.name ?? product.name,
        sku: line.sku ?? product.sku ?? null,
        unit: line.unit ?? product.unit ?? null,
        unitPrice: line.unitPrice ?? product.price,
        taxRate: line.taxRate ?? product.taxRate ?? 19,
      }
    })
    reportViolations(req, crm.slugs.orders, violations)
    return result
  }
}

async function productsById(crm: Crm, lines: OrderLine[], req: Parameters<FieldHook>[0]['req']) {
  const ids = [...new Set(lines.map((line) => idOf(line.product)).filter((id) => id !== null))]
  const usable =
    req.payload.db.defaultIDType === 'number' ? ids.filter((id) => /^\d{1,9}$/.test(String(id))) : ids
  if (usable.length === 0) return new Map<string, Product>()
  const { docs } = await req.payload.find({
    collection: crm.slugs.products,
    where: { id: { in: usable } },
    depth: 0,
    pagination: false,
    select: { name: true, sku: true, unit: true, price: true, taxRate: true, active: true },
    overrideAccess: true,
    req,
  })
  return new Map(docs.map((doc) => [String(doc.id), doc as unknown as Product]))
}
