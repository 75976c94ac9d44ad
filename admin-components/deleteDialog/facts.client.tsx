'use client'

import type { Dependents } from '../../src/overview/dependents.js'
import { useSay } from '../language.js'
import styles from './index.module.css'

/** What goes, what goes along and what stays, in words. */
export function DeleteFacts({ facts }: { facts: Dependents }) {
  const texts = useSay()
  const { activities, going, kept, orders } = facts
  return (
    <div className={styles.facts}>
      {going.count > 0 && (
        <>
          <p>{texts('admin:deleteGoing', { count: going.count })}</p>
          <Names {...going} />
        </>
      )}
      {activities + orders > 0 && <p>{texts('admin:deleteAlong', { activities, orders })}</p>}
      {kept.count > 0 && (
        <>
          <p>{texts('admin:deleteKept', { count: kept.count })}</p>
          <Names {...kept} />
        </>
      )}
      {going.count > 0 && <p>{texts('admin:deleteForGood')}</p>}
    </div>
  )
}

function Names({ count, names }: Dependents['going']) {
  const texts = useSay()
  return (
    <ul>
      {names.map((name, index) => (
        <li key={index}>{name}</li>
      ))}
      {count > names.length && <li>{texts('admin:more', { count: count - names.length })}</li>}
    </ul>
  )
}
