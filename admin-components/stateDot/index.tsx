import styles from './index.module.css'

/** `done` is the green dot of the manual, `open` the red one; `waiting` is on its way, `quiet` is out of play. */
export type Tone = 'done' | 'open' | 'waiting' | 'quiet'

const tones: Record<string, Tone> = {
  done: 'done',
  sent: 'done',
  queued: 'waiting',
  sending: 'waiting',
  deferred: 'waiting',
  cancelled: 'quiet',
}

/** Everything that still wants a human is red. */
export function toneOf(state: string): Tone {
  return tones[state] ?? 'open'
}

/** A dot that says its state by colour, shape and word. */
export function StateDot({ label, tone }: { label: string; tone: Tone }) {
  return (
    <span className={styles.state}>
      <svg
        aria-hidden="true"
        className={styles[tone]}
        data-tone={tone}
        height="12"
        viewBox="0 0 12 12"
        width="12"
      >
        <circle cx="6" cy="6" fill={tone === 'quiet' ? 'none' : 'currentColor'} r="5" stroke="currentColor" />
        {tone === 'done' && (
          <path d="M3.3 6.2 5.2 8l3.4-3.8" fill="none" stroke="var(--theme-bg)" strokeWidth="1.5" />
        )}
        {tone === 'waiting' && <circle cx="6" cy="6" fill="var(--theme-bg)" r="1.8" />}
        {tone === 'quiet' && <path d="M3 9 9 3" stroke="currentColor" />}
      </svg>
      {label}
    </span>
  )
}
