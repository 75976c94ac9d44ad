import { useTranslation } from '@payloadcms/ui'
import styles from './index.module.css'

interface Props {
  event: string
  name: string
  points: { at: string; count: number }[]
  /** Whether a point is a whole day. */
  daily?: boolean
}

/** A bar a stretch of time. It is a list: whoever does not see the bars reads time and count. */
export function Chart({ daily = false, event, name, points }: Props) {
  const { i18n } = useTranslation()
  const highest = Math.max(1, ...points.map(({ count }) => count))
  const time = new Intl.DateTimeFormat(
    i18n.language,
    daily ? { dateStyle: 'short', timeZone: 'UTC' } : { dateStyle: 'short', timeStyle: 'short' },
  )
  return (
    <figure className={styles.chart} data-event={event}>
      <figcaption>{name}</figcaption>
      <ol>
        {points.map(({ at, count }) => {
          const described = `${time.format(new Date(at))}: ${count}`
          return (
            <li key={at} title={described}>
              <span className={styles.described}>{described}</span>
              <span
                aria-hidden="true"
                className={styles.bar}
                style={{ height: `${(count / highest) * 100}%` }}
              />
            </li>
          )
        })}
      </ol>
    </figure>
  )
}
