'use client'

import { useFormFields } from '@payloadcms/ui'
import { isWritable, type NewsletterStatus } from '../../src/domain/newsletterLife.js'

/** Whether the newsletter in the form has started, so that its text and its recipients cannot be changed any more. */
export function useNewsletterIsFixed(): boolean {
  const status = useFormFields(
    ([fields]) => fields.status?.initialValue as NewsletterStatus | null | undefined,
  )
  return !isWritable(status ?? 'draft')
}
