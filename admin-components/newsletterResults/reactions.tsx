import { formatDecimal } from '../../src/i18n/format.js'
import { useNotation, useSay } from '../language.js'
import { Chart } from './chart.js'
import { Counts } from './counts.js'
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
  const notation = useNotation()
  const { clicks, days, links, mode, opens, people } = figures
  const ofConsenting = { of: 'tracking:ofConsenting' as const, all: people.recipients }
  return (
    <section className={styles.reactions} data-reactions={mode}>
      <h2>{say('tracking:reactions')}</h2>
      <p>{say('tracking:anonymous')}</p>
      <Counts
        counts={[
          { name: say('tracking:opens'), count: opens },
          { name: say('tracking:clicks'), count: clicks },
        ]}
      />
      {mode === 'consented' && (
        <>
          <p>{say('tracking:people', { recipients: formatDecimal(people.recipients, notation) })}</p>
          <Counts
            counts={[
              { name: say('tracking:openedBy'), count: people.opened, share: ofConsenting },
              { name: say('tracking:clickedBy'), count: people.clicked, share: ofConsenting },
            ]}
          />
        </>
      )}
      {days.length > 0 &&
        (['opens', 'clicks'] as const).map((event) => (
          <Chart
            event={event}
            key={event}
            name={say(`tracking:${event}`)}
            points={days.map((day) => ({ at: day.day, count: day[event] }))}
            step="day"
            timeZone="UTC"
          />
        ))}
      {links.length > 0 && (
        <table className={styles.links}>
          <caption>{say('tracking:links')}</caption>
          <tbody>
            {links.map(({ clicks: count, url }) => (
              <tr key={url}>
                <th scope="row">{url}</th>
                <td>{formatDecimal(count, notation)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
