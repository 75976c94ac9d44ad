'use client'

import { useFormFields } from '@payloadcms/ui'
import { isFrozen, type OrderStatus } from '../../src/domain/orderLife.js'

/** Whether the order in the form can no longer be changed. */
export function useOrderIsFrozen(): boolean {
  const status = useFormFields(([fields]) => fields.status?.initialValue as OrderStatus | null | undefined)
  return isFrozen(status ?? 'open')
}
