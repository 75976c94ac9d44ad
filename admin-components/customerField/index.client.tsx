'use client'

import { RelationshipField } from '@payloadcms/ui'
import type { RelationshipFieldClientProps } from 'payload'
import { useSay } from '../language.js'
import { useWorkspace } from '../entryWorkspace/context.js'

/** Beside a customer's list it goes without saying whose entry it is; anywhere else the customer is chosen. */
export function CustomerField(props: RelationshipFieldClientProps) {
  const label = useSay()('field:customer')
  return useWorkspace() ? null : <RelationshipField {...props} field={{ ...props.field, label }} />
}
