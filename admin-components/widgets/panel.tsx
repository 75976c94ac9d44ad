import type { ReactNode } from 'react'
import styles from './index.module.css'

interface Props {
  title: string
  children: ReactNode
  /** Leads to the whole list. */
  all?: { href: string; label: string }
}

/** The frame of a widget. */
export function Panel({ all, children, title }: Props) {
  return (
    <section aria-label={title} className={styles.panel}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {all && <a href={all.href}>{all.label}</a>}
      </header>
      {children}
    </section>
  )
}

/** What stands in a widget that has nothing to show. */
export function Quiet({ children }: { children: ReactNode }) {
  return <p className={styles.quiet}>{children}</p>
}
