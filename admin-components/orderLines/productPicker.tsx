'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { quantityViolation } from '../../src/domain/orderRules.js'
import { parseQuantity } from '../../src/domain/typedNumber.js'
import { formatMoney } from '../../src/i18n/format.js'
import { useApi, type Id } from '../api.js'
import { useNotation, useSay } from '../language.js'
import styles from './productPicker.module.css'

interface Product {
  id: Id
  name: string
  sku?: string | null
  unit?: string | null
  price: number
  taxRate?: number | null
}

/** The beginnings of a line. */
export interface Picked {
  product?: Id
  name: string
  sku?: string | null
  unit?: string | null
  quantity: number
  unitPrice?: number
  taxRate: number
}

interface Props {
  onPick: (lines: Picked[]) => void
  products: string
}

interface Choice {
  product: Product
  text: string
}

const most = 50

/** The list of available products: search, tick several with their quantities, take them over at once. */
export function ProductPicker({ onPick, products }: Props) {
  const say = useSay()
  const notation = useNotation()
  const id = useId()
  const [search, setSearch] = useState('')
  const { found, total } = useProducts(products, search)
  // Kept by product, so that a choice survives the next search.
  const [choices, setChoices] = useState<ReadonlyMap<Id, Choice>>(new Map())

  const choose = (product: Product, text: string | null) => {
    const next = new Map(choices)
    if (text === null) next.delete(product.id)
    else next.set(product.id, { product, text })
    setChoices(next)
  }
  const quantityOf = (text: string): number | null => {
    const typed = parseQuantity(text, notation)
    return 'value' in typed && typed.value !== null && !quantityViolation(typed.value) ? typed.value : null
  }
  const chosen = [...choices.values()]
  const allReadable = chosen.every(({ text }) => quantityOf(text) !== null)
  const takeOver = () => {
    if (chosen.length === 0 || !allReadable) return
    onPick(
      chosen.map(({ product, text }) => ({
        product: product.id,
        name: product.name,
        sku: product.sku ?? null,
        unit: product.unit ?? null,
        quantity: quantityOf(text) ?? 1,
        unitPrice: product.price,
        taxRate: product.taxRate ?? 19,
      })),
    )
    setChoices(new Map())
  }
  // Chosen ones that the search no longer finds stay in sight.
  const hidden = chosen
    .map(({ product }) => product)
    .filter((product) => !found.some(({ id }) => id === product.id))

  return (
    <div className={styles.picker}>
      <div className={styles.head}>
        <label htmlFor={id}>{say('workspace:products')}</label>
        <input
          id={id}
          onChange={(event) => setSearch(event.target.value)}
          // Enter in a form's field saves the form; here it takes over what is ticked.
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            takeOver()
          }}
          placeholder={say('workspace:searchProducts')}
          type="search"
          value={search}
        />
      </div>
      <ul className={styles.products} tabIndex={-1}>
        {[...hidden, ...found].map((product) => {
          const choice = choices.get(product.id)
          const broken = choice !== undefined && quantityOf(choice.text) === null
          return (
            <li data-chosen={choice !== undefined} key={product.id}>
              <label>
                <input
                  checked={choice !== undefined}
                  onChange={(event) => choose(product, event.target.checked ? '1' : null)}
                  type="checkbox"
                />
                <span className={styles.name}>
                  {product.name}
                  {product.sku && <small>{product.sku}</small>}
                </span>
                <span className={styles.price}>
                  {formatMoney(product.price, notation)}
                  {product.unit && <small>{say('workspace:per', { unit: product.unit })}</small>}
                </span>
              </label>
              <input
                aria-invalid={broken || undefined}
                aria-label={say('workspace:quantityOf', { name: product.name })}
                className={styles.quantity}
                inputMode="decimal"
                onChange={(event) => choose(product, event.target.value === '' ? null : event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return
                  event.preventDefault()
                  takeOver()
                }}
                placeholder="1"
                type="text"
                value={choice?.text ?? ''}
              />
            </li>
          )
        })}
        {found.length === 0 && hidden.length === 0 && (
          <li className={styles.none}>{say('workspace:noProducts')}</li>
        )}
      </ul>
      <div className={styles.foot}>
        <span aria-live="polite">
          {!allReadable
            ? say('workspace:unreadableQuantity')
            : total > found.length
              ? say('workspace:moreProducts', { shown: found.length, total })
              : ''}
        </span>
        <Button
          buttonStyle="secondary"
          disabled={chosen.length === 0 || !allReadable}
          id="crm-take-products"
          margin={false}
          onClick={takeOver}
          size="small"
          type="button"
        >
          {say('workspace:takeProducts', { count: chosen.length })}
        </Button>
      </div>
    </div>
  )
}

/** Active products by name or number, by name. */
function useProducts(slug: string, search: string) {
  const api = useApi()
  const [answer, setAnswer] = useState<{ found: Product[]; total: number }>({ found: [], total: 0 })
  useEffect(() => {
    let current = true
    const query = new URLSearchParams({
      depth: '0',
      limit: String(most),
      sort: 'name',
      'where[and][0][active][equals]': 'true',
    })
    const words = search.trim()
    if (words !== '') {
      query.set('where[and][1][or][0][name][like]', words)
      query.set('where[and][1][or][1][sku][like]', words)
    }
    // Typing asks once, when it pauses.
    const timer = setTimeout(
      () => {
        api<{ docs: Product[]; totalDocs: number }>('GET', `/${slug}?${query.toString()}`)
          .then(({ docs, totalDocs }) => current && setAnswer({ found: docs, total: totalDocs }))
          .catch(() => current && setAnswer({ found: [], total: 0 }))
      },
      words === '' ? 0 : 200,
    )
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [api, search, slug])
  return answer
}
