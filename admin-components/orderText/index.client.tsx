'use client'

import { TextareaField, TextField } from '@payloadcms/ui'
import type { DateFieldClientProps, TextareaFieldClientProps, TextFieldClientProps } from 'payload'
import { useOrderIsFrozen } from '../orderState/useOrderIsFrozen.js'
import { DayField } from '../typedField/index.client.js'

/** The texts of an order: once it is confirmed they are to be read only, as the server would refuse a change anyway. */
export function OrderTextField(props: TextFieldClientProps) {
  const frozen = useOrderIsFrozen()
  return <TextField {...props} readOnly={props.readOnly === true || frozen} />
}

export function OrderTextareaField(props: TextareaFieldClientProps) {
  const frozen = useOrderIsFrozen()
  return <TextareaField {...props} readOnly={props.readOnly === true || frozen} />
}

export function OrderDayField(props: DateFieldClientProps & { timeZone: string }) {
  const frozen = useOrderIsFrozen()
  return <DayField {...props} readOnly={props.readOnly === true || frozen} />
}
