import { useSay } from '../language.js'
import { Chart } from './chart.js'
import styles from './index.module.css'

export interface ReactionFigures {
  mode: 'anonymous' | 'consented'
  opens: number
  clicks: number
  days: { day: string; opens: number; clicks: number }[]
  links: { url: string; clicks: number }[]
  people: { recipients: number; opened: number; clicked: number }
}

/** Openings and clicks, of everybody without a name, and how many of those who agreed to it. */
export function Reactions({ figures }: { figures: ReactionFigures }) {
  const say = useSay()
  const { clicks, days, links, mode, opens, people } = figures
  return (
    <section className={styles.reactions} data-reactions={mode}>
      <h2>{say('tracking:reactions')}</h2>
      <p>{say('tracking:anonymous')}</p>
      {mode === 'consented' && <p>{say('tracking:people', people)}</p>}
      <dl className={styles.counts}>
        <div>
          <dt>{say('tracking:opens')}</dt>
          <dd>{opens}</dd>
        </div>
        <div>
          <dt>{say('tracking:clicks')}</dt>
          <dd>{clicks}</dd>
        </div>
      </dl>
      {days.length > 0 &&
        (['opens', 'clicks'] as const).map((event) => (
          <Chart
            daily
            event={event}
            key={event}
            name={say(`tracking:${event}`)}
            points={days.map((day) => ({ at: day.day, count: day[event] }))}
          />
        ))}
      {links.length > 0 && (
        <table className={styles.links}>
          <caption>{say('tracking:links')}</caption>
          <tbody>
            {links.map(({ clicks: count, url }) => (
              <tr key={url}>
                <th scope="row">{url}</th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
