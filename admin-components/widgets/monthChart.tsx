import { formatMoney } from '../../src/i18n/format.js'
import type { Language } from '../../src/i18n/translate.js'
import type { MonthTotal } from '../../src/overview/orderFigures.js'
import styles from './index.module.css'

/** A bar a month. It is a list: whoever does not see the bars reads or hears month and amount. */
export function MonthChart({ language, totals }: { language: Language; totals: MonthTotal[] }) {
  const highest = Math.max(1, ...totals.map(({ gross }) => gross))
  const name = (month: string, style: 'long' | 'narrow') =>
    new Intl.DateTimeFormat(language, {
      timeZone: 'UTC',
      ...(style === 'long' ? { month: 'long', year: 'numeric' } : { month: 'short' }),
    }).format(new Date(`${month}-01T00:00:00Z`))
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  return (
    <ol className={styles.chart}>
      {totals.map(({ gross, month }) => {
        const described = `${name(month, 'long')}: ${formatMoney(gross, language)}`
        return (
          <li key={month} title={described}>
            <span className={styles.described}>{described}</span>
            <span aria-hidden="true" className={styles.amount}>
              {whole.format(gross / 100)}
            </span>
            <span
              aria-hidden="true"
              className={styles.bar}
              style={{ height: `${(gross / highest) * 70}%` }}
            />
            <span aria-hidden="true" className={styles.month}>
              {name(month, 'narrow')}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
