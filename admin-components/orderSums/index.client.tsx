'use client'

import { useDocumentInfo, useField, useFormFields } from '@payloadcms/ui'
import { useId } from 'react'
import type { PriceMode } from '../../src/domain/orderTotals.js'
import { formatDecimal, formatMoney } from '../../src/i18n/format.js'
import { useNotation, useSay } from '../language.js'
import { useOrderIsFrozen } from '../orderState/useOrderIsFrozen.js'
import { TypedInput } from '../typedField/typedInput.js'
import { money, percent } from '../typedField/kinds.js'
import styles from './index.module.css'
import { useLiveTotals } from './useLiveTotals.js'

const types = ['none', 'percent', 'amount'] as const

interface Props {
  /** The mode a new order will be created in; a stored one keeps its own. */
  priceMode: PriceMode
  readOnly?: boolean
}

/** The sums of the order as it stands in the form, computed like the stored ones; the discount above the total. */
export function OrderSums({ priceMode, readOnly }: Props) {
  const say = useSay()
  const notation = useNotation()
  const { hasSavePermission } = useDocumentInfo()
  const frozen = useOrderIsFrozen()
  const fixed = readOnly === true || frozen || !hasSavePermission
  const mode =
    useFormFields(([fields]) => fields.priceMode?.value as PriceMode | null | undefined) ?? priceMode
  const type = useField<(typeof types)[number] | null>({ path: 'discount.type' })
  const totals = useLiveTotals(mode)
  const name = useId()
  const amount = (cents: number) => (totals ? formatMoney(cents, notation) : '–')
  const kind = type.value ?? 'none'

  return (
    <section aria-label={say('field:totals')} aria-live="polite" className={styles.sums}>
      <Row label={say('field:subtotal')}>{amount(totals?.subtotal ?? 0)}</Row>
      <div className={styles.row}>
        <fieldset className={styles.discount} disabled={fixed}>
          <legend>{say('field:discount')}</legend>
          {types.map((value) => (
            <label key={value}>
              <input
                checked={kind === value}
                name={name}
                onChange={() => type.setValue(value)}
                type="radio"
                value={value}
              />
              <span>{say(`workspace:discount_${value}`)}</span>
            </label>
          ))}
        </fieldset>
        {kind === 'percent' && (
          <span className={styles.input}>
            <TypedInput
              kind={percent}
              label={say('workspace:discountPercent')}
              path="discount.percent"
              readOnly={fixed}
              symbol="%"
            />
          </span>
        )}
        {kind === 'amount' && (
          <span className={styles.input}>
            <TypedInput
              kind={money}
              label={say('workspace:discountAmount')}
              path="discount.amount"
              readOnly={fixed}
              symbol="€"
            />
          </span>
        )}
        <output>{kind === 'none' ? '' : amount(-(totals?.discount ?? 0))}</output>
      </div>
      {mode === 'net' && <Row label={say('field:net')}>{amount(totals?.net ?? 0)}</Row>}
      {totals?.taxes.map((share) => (
        <Row
          key={share.rate}
          label={say(mode === 'net' ? 'workspace:taxAdded' : 'workspace:taxContained', {
            rate: formatDecimal(share.rate, notation),
            net: formatMoney(share.net, notation),
          })}
        >
          {formatMoney(share.tax, notation)}
        </Row>
      ))}
      <div className={`${styles.row} ${styles.gross}`}>
        <span>{say('workspace:total')}</span>
        <output id="crm-order-total">{amount(totals?.gross ?? 0)}</output>
      </div>
    </section>
  )
}

function Row({ children, label }: { children: string; label: string }) {
  return (
    <div className={styles.row}>
      <span>{label}</span>
      <output>{children}</output>
    </div>
  )
}
