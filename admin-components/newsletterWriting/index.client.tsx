'use client'

import { CheckboxField, TextField } from '@payloadcms/ui'
import type { CheckboxFieldClientProps, TextFieldClientProps } from 'payload'
import type { TextKey } from '../../src/i18n/translate.js'
import { useSay } from '../language.js'
import { useNewsletterIsFixed } from './useNewsletterIsFixed.js'

interface Labelled {
  labelKey: TextKey
}

/** What a newsletter says: to be read only once it has started, as the server would refuse a change anyway. */
export function NewsletterTextField({ labelKey, ...props }: TextFieldClientProps & Labelled) {
  const fixed = useNewsletterIsFixed()
  const field = { ...props.field, label: useSay()(labelKey) }
  return <TextField {...props} field={field} readOnly={props.readOnly === true || fixed} />
}

export function NewsletterCheckboxField({ labelKey, ...props }: CheckboxFieldClientProps & Labelled) {
  const fixed = useNewsletterIsFixed()
  const field = { ...props.field, label: useSay()(labelKey) }
  return <CheckboxField {...props} field={field} readOnly={props.readOnly === true || fixed} />
}
