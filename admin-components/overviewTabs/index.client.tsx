'use client'

import { Gutter, Link, useListDrawerContext } from '@payloadcms/ui'
import styles from './index.module.css'

export interface Tab {
  href: string
  label: string
  current: boolean
}

interface Props {
  groups: Tab[][]
  label: string
  within: Tab[]
  withinLabel: string
}

export function OverviewTabsClient({ groups, label, within, withinLabel }: Props) {
  // A list that is opened to choose from is no place to leave from.
  if (useListDrawerContext().isInDrawer) return null
  return (
    <Gutter className={styles.tabs}>
      <nav aria-label={label} className={styles.areas}>
        {groups.map((tabs, index) => (
          <ul className={styles.group} key={index}>
            {tabs.map((tab) => (
              <li key={tab.href}>
                <TabLink className={styles.area} tab={tab} />
              </li>
            ))}
          </ul>
        ))}
      </nav>
      {within.length > 0 && (
        <nav aria-label={withinLabel} className={styles.within}>
          {within.map((tab) => (
            <TabLink className={styles.place} key={tab.href} tab={tab} />
          ))}
        </nav>
      )}
    </Gutter>
  )
}

function TabLink({ className, tab }: { className: string | undefined; tab: Tab }) {
  return (
    <Link
      aria-current={tab.current ? 'page' : undefined}
      className={className}
      href={tab.href}
      prefetch={false}
    >
      {tab.label}
    </Link>
  )
}
