import type { Block, Field, TextField } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { linkTarget } from '../../src/domain/linkTarget.js'
import { personalFields } from '../../src/domain/personalFields.js'
import { bilingual, say, type TextKey } from '../../src/i18n/translate.js'

type Key = Extract<TextKey, `newsletter:${string}`>

const named = (slug: string, singular: Key, plural: Key, fields: Field[]): Block => ({
  slug,
  labels: { singular: bilingual(singular), plural: bilingual(plural) },
  // A title of its own would be one more field that no reader ever sees.
  admin: { disableBlockName: true },
  fields,
})

const words = (name: string, key: Key, extras: Partial<TextField> = {}): TextField =>
  ({ ...extras, name, type: 'text', label: bilingual(key) }) as TextField

/** An address a mail may contain; empty is allowed while writing, the check before sending asks for it. */
const link = (): TextField => ({
  name: 'url',
  type: 'text',
  label: bilingual('newsletter:link'),
  admin: { description: bilingual('newsletter:linkHint') },
  validate: (value, { req }) => !value || linkTarget(value) !== null || say(req, 'newsletter:invalidLink'),
})

const picture = (crm: Crm): Field => ({
  name: 'image',
  type: 'upload',
  relationTo: crm.slugs.newsletterImages,
  label: bilingual('newsletter:image'),
})

export const imageBlock = (crm: Crm): Block =>
  named('image', 'newsletter:blockImage', 'newsletter:blockImages', [
    picture(crm),
    words('alt', 'newsletter:alt'),
    { name: 'width', type: 'number', min: 1, max: 600, label: bilingual('newsletter:width') },
    link(),
  ])

export const buttonBlock = (): Block =>
  named('button', 'newsletter:blockButton', 'newsletter:blockButtons', [
    words('label', 'newsletter:buttonLabel', { required: true }),
    link(),
    {
      name: 'align',
      type: 'select',
      label: bilingual('newsletter:align'),
      defaultValue: 'center',
      options: [
        { value: 'center', label: bilingual('newsletter:center') },
        { value: 'left', label: bilingual('newsletter:leftAligned') },
      ],
    },
  ])

export const columnsBlock = (columns: Field[]): Block =>
  named('columns', 'newsletter:blockColumns', 'newsletter:blockColumns', columns)

/** Name, description and price are the product's at the time the letter is rendered. */
export const productBlock = (crm: Crm): Block =>
  named('product', 'newsletter:blockProduct', 'newsletter:blockProducts', [
    {
      name: 'product',
      type: 'relationship',
      relationTo: crm.slugs.products,
      required: true,
      label: bilingual('field:product'),
    },
    picture(crm),
    link(),
    words('label', 'newsletter:buttonLabel'),
  ])

const fallback = (): TextField =>
  words('fallback', 'newsletter:fallback', { admin: { description: bilingual('newsletter:fallbackHint') } })

export const greetingBlock = (): Block =>
  named('greeting', 'newsletter:blockGreeting', 'newsletter:blockGreetings', [
    {
      name: 'style',
      type: 'select',
      label: bilingual('newsletter:style'),
      defaultValue: 'formal',
      required: true,
      options: [
        { value: 'formal', label: bilingual('newsletter:formal') },
        { value: 'informal', label: bilingual('newsletter:informal') },
      ],
    },
    fallback(),
  ])

/** A word in the running text that is the recipient's own. */
export const personalBlock = (): Block =>
  named('personal', 'newsletter:blockPersonal', 'newsletter:blockPersonals', [
    {
      name: 'field',
      type: 'select',
      required: true,
      label: bilingual('newsletter:personalField'),
      options: personalFields.map((value) => ({ value, label: bilingual(`newsletter:personal_${value}`) })),
    },
    fallback(),
  ])
