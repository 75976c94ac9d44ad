'use client'

import { formatDate, formatDecimal, formatInstant } from '../../src/i18n/format.js'
import { useNotation } from '../language.js'
import styles from './index.module.css'

const widths = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

interface Props {
  event: string
  name: string
  /** In order of time; a step in which nothing happened may be missing. */
  points: { at: string; count: number }[]
  /** How long a step is. */
  step: keyof typeof widths
  timeZone: string
}

/**
 * A bar a stretch of time, at its place on the axis: a night in which nothing happened is a gap. It is a list: whoever does
 * not see the bars reads time and count.
 */
export function Chart({ event, name, points, step, timeZone }: Props) {
  const notation = useNotation()
  const happened = points.filter(({ count }) => count > 0)
  const start = Date.parse(points[0]?.at ?? '')
  const end = Date.parse(points.at(-1)?.at ?? '') + widths[step]
  const highest = Math.max(...happened.map(({ count }) => count))
  const described = (at: number) =>
    step === 'day'
      ? formatDate(new Date(at), notation, timeZone)
      : formatInstant(new Date(at), notation, timeZone)
  const share = (milliseconds: number) => `${(milliseconds / (end - start)) * 100}%`
  if (happened.length === 0) return null
  return (
    <figure className={styles.chart} data-event={event}>
      <figcaption>{name}</figcaption>
      <div aria-hidden="true" className={styles.heights}>
        <span>{formatDecimal(highest, notation)}</span>
        <span>0</span>
      </div>
      <ol>
        {happened.map(({ at, count }) => {
          const text = `${described(Date.parse(at))}: ${formatDecimal(count, notation)}`
          return (
            <li
              key={at}
              style={{ left: share(Date.parse(at) - start), width: share(widths[step]) }}
              title={text}
            >
              <span className={styles.described}>{text}</span>
              <span
                aria-hidden="true"
                className={styles.bar}
                style={{ height: `${(count / highest) * 100}%` }}
              />
            </li>
          )
        })}
      </ol>
      <div aria-hidden="true" className={styles.times}>
        <span>{described(start)}</span>
        {points.length > 1 && <span>{described(end - widths[step])}</span>}
      </div>
    </figure>
  )
}
