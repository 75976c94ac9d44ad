'use client'

import { useDocumentInfo, useField, useForm, useFormFields } from '@payloadcms/ui'
import type { ArrayFieldClientProps } from 'payload'
import { priceViolation, quantityViolation, taxRateViolation } from '../../src/domain/orderRules.js'
import { useSay } from '../language.js'
import { TypedInput } from '../typedField/typedInput.js'
import { money, percent, quantity } from '../typedField/kinds.js'
import { useOrderIsFrozen } from '../orderState/useOrderIsFrozen.js'
import styles from './index.module.css'
import { LineName } from './lineName.js'
import { LineTotal } from './lineTotal.js'
import { ProductPicker, type Picked } from './productPicker.js'

type Props = ArrayFieldClientProps & { products: string }

/** The products to choose from, and under them what was chosen: one row a line. */
export function OrderLines({ path, products, readOnly, schemaPath }: Props) {
  const { rows = [] } = useField<number>({ hasRows: true, potentiallyStalePath: path })
  const { addFieldRow, removeFieldRow } = useForm()
  const { hasSavePermission } = useDocumentInfo()
  const frozen = useOrderIsFrozen()
  const fixed = readOnly === true || frozen || !hasSavePermission
  const say = useSay()

  const add = (chosen: Picked[]) => {
    chosen.forEach((line, index) => {
      const subFieldState = Object.fromEntries(
        Object.entries(line).map(([name, value]: [string, unknown]) => [
          name,
          { initialValue: value, valid: true, value },
        ]),
      )
      addFieldRow({ path, rowIndex: rows.length + index, schemaPath: schemaPath ?? path, subFieldState })
    })
  }
  return (
    <section aria-label={say('field:lines')} className={styles.lines}>
      {!fixed && <ProductPicker onPick={add} products={products} />}
      <h3>{say('field:lines')}</h3>
      {rows.length === 0 ? (
        <p className={styles.none}>{say('workspace:noLines')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('workspace:article')}</th>
              <th scope="col">{say('field:quantity')}</th>
              <th scope="col">{say('field:unit')}</th>
              <th scope="col">{say('field:unitPrice')}</th>
              <th scope="col">{say('field:taxRate')}</th>
              <th scope="col">{say('field:lineTotal')}</th>
              {!fixed && (
                <th scope="col">
                  <span className={styles.unseen}>{say('workspace:remove')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Line
                fixed={fixed}
                key={row.id}
                number={index + 1}
                onRemove={() => removeFieldRow({ path, rowIndex: index })}
                path={`${path}.${index}`}
              />
            ))}
          </tbody>
        </table>
      )}
      {!fixed && (
        <button
          className={styles.free}
          onClick={() => add([{ name: '', quantity: 1, taxRate: 19 }])}
          type="button"
        >
          {say('workspace:freeLine')}
        </button>
      )}
    </section>
  )
}

interface LineProps {
  fixed: boolean
  number: number
  onRemove: () => void
  path: string
}

function Line({ fixed, number, onRemove, path }: LineProps) {
  const say = useSay()
  const unit = useFormFields(([fields]) => fields[`${path}.unit`]?.value as string | null | undefined)
  const label = (key: Parameters<typeof say>[0]) => say('workspace:ofLine', { field: say(key), number })
  return (
    <tr>
      <td className={styles.article}>
        <LineName label={label('workspace:article')} path={path} readOnly={fixed} />
      </td>
      <td className={styles.quantity} data-label={say('field:quantity')}>
        <TypedInput
          kind={quantity}
          label={label('field:quantity')}
          path={`${path}.quantity`}
          readOnly={fixed}
          rule={quantityViolation}
        />
      </td>
      <td className={styles.unit} data-label={say('field:unit')}>
        {unit || '–'}
      </td>
      <td className={styles.price} data-label={say('field:unitPrice')}>
        <TypedInput
          kind={money}
          label={label('field:unitPrice')}
          path={`${path}.unitPrice`}
          readOnly={fixed}
          rule={priceViolation}
          symbol="€"
        />
      </td>
      <td className={styles.rate} data-label={say('field:taxRate')}>
        <TypedInput
          kind={percent}
          label={label('field:taxRate')}
          path={`${path}.taxRate`}
          readOnly={fixed}
          rule={taxRateViolation}
          symbol="%"
        />
      </td>
      <td className={styles.total} data-label={say('field:lineTotal')}>
        <LineTotal path={path} />
      </td>
      {!fixed && (
        <td className={styles.remove}>
          <button
            aria-label={say('workspace:removeLine', { number })}
            onClick={onRemove}
            title={say('workspace:remove')}
            type="button"
          >
            <span aria-hidden>×</span>
          </button>
        </td>
      )}
    </tr>
  )
}
