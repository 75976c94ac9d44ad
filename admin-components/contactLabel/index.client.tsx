'use client'

import { useRowLabel } from '@payloadcms/ui'
import { useSay } from '../language.js'

interface Contact {
  firstName?: string | null
  lastName?: string | null
  position?: string | null
}

/** A contact person by name in the list of them; the first one is the main contact. */
export function ContactLabel() {
  const { data, rowNumber = 0 } = useRowLabel<Contact>()
  const say = useSay()
  const name = [data?.firstName, data?.lastName].filter(Boolean).join(' ')
  const role = [rowNumber === 0 ? say('workspace:mainContact') : '', data?.position]
    .filter(Boolean)
    .join(', ')
  return <span>{[name || say('field:contact'), role].filter(Boolean).join(' – ')}</span>
}
