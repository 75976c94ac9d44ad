'use client'

import { TextareaField, TextField } from '@payloadcms/ui'
import type { DateFieldClientProps, TextareaFieldClientProps, TextFieldClientProps } from 'payload'
import type { TextKey } from '../../src/i18n/translate.js'
import { useSay } from '../language.js'
import { useOrderIsFrozen } from '../orderState/useOrderIsFrozen.js'
import { DayField } from '../typedField/index.client.js'

interface Labelled {
  labelKey: TextKey
}

/** The texts of an order: once it is confirmed they are to be read only, as the server would refuse a change anyway. */
export function OrderTextField({ labelKey, ...props }: TextFieldClientProps & Labelled) {
  const frozen = useOrderIsFrozen()
  const field = { ...props.field, label: useSay()(labelKey) }
  return <TextField {...props} field={field} readOnly={props.readOnly === true || frozen} />
}

export function OrderTextareaField({ labelKey, ...props }: TextareaFieldClientProps & Labelled) {
  const frozen = useOrderIsFrozen()
  const field = { ...props.field, label: useSay()(labelKey) }
  return <TextareaField {...props} field={field} readOnly={props.readOnly === true || frozen} />
}

export function OrderDayField(props: DateFieldClientProps & Labelled & { timeZone: string }) {
  const frozen = useOrderIsFrozen()
  return <DayField {...props} readOnly={props.readOnly === true || frozen} />
}
