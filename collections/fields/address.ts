import type { Field } from 'payload'
import { formal, text } from './text.js'

/** A postal address; the country by its ISO 3166-1 alpha-2 code. */
export function addressFields(): Field[] {
  return [
    text('street', 'field:street'),
    {
      type: 'row',
      fields: [text('postalCode', 'field:postalCode'), text('city', 'field:city', { index: true })],
    },
    { type: 'row', fields: [text('region', 'field:region'), formal('country', 'field:country', 'country')] },
  ]
}
