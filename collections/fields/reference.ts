import type { PayloadRequest, RelationshipField } from 'payload'
import { clientComponent } from '../../src/config/componentPaths.js'
import type { Crm } from '../../src/config/resolve.js'
import { label, say, type TextKey } from '../../src/i18n/translate.js'

type FieldKey = Extract<TextKey, `field:${string}`>
type Id = string | number

/** A relationship to one document that has to exist; the database's own refusal would not say which field is wrong. */
export function reference(
  name: string,
  labelKey: FieldKey,
  relationTo: string,
  extras: { index?: boolean; required?: boolean } = {},
): RelationshipField {
  const validate = async (value: unknown, { req }: { req: PayloadRequest }): Promise<string | true> => {
    if (value === null || value === undefined || value === '')
      return extras.required ? say(req, 'error:blank') : true
    // Without an API the form asks in the browser's name; there the select offers only what exists.
    const id = typeof value === 'object' ? (value as { id: Id }).id : (value as Id)
    const usable = req.payload.db.defaultIDType === 'number' ? /^\d{1,9}$/.test(String(id)) : true
    const where = { id: { equals: id } }
    const found =
      usable &&
      (await req.payload.count({ collection: relationTo, where, overrideAccess: true, req })).totalDocs > 0
    return found || say(req, 'error:notFound')
  }
  return {
    ...extras,
    name,
    type: 'relationship',
    relationTo,
    label: label(labelKey),
    validate: validate,
  }
}

/** Whose activity or order it is. On the customer's own page the field does not show. */
export function customerReference(crm: Crm): RelationshipField {
  const field = reference('customer', 'field:customer', crm.slugs.customers, { required: true, index: true })
  return {
    ...field,
    admin: { components: { Field: clientComponent('CustomerField') } },
  }
}
