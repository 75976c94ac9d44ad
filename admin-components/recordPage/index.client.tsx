'use client'

import { useEffect, useState, type ReactNode } from 'react'
import { Button, Gutter, toast, useStepNav } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useApi } from '../api.js'
import styles from './index.module.css'

/** Something that can be decided about the record: a POST to its route of this name. */
export interface Decision {
  name: string
  label: string
  /** What is said once it is done. */
  done: string
}

interface Props {
  id: string | number
  slug: string
  title: string
  listLabel: string
  listUrl: string
  /** What `id`s of the buttons begin with. */
  idPrefix: string
  decisions: Decision[]
  children: ReactNode
}

/** The head of a record that is read and not edited, with the decisions that are left. */
export function RecordHead(props: Props) {
  const { children, decisions, id, idPrefix, listLabel, listUrl, slug, title } = props
  const { setStepNav } = useStepNav()
  const router = useRouter()
  const api = useApi()
  const [deciding, setDeciding] = useState(false)
  useEffect(
    () => setStepNav([{ label: listLabel, url: listUrl }, { label: title }]),
    [listLabel, listUrl, setStepNav, title],
  )

  const decide = async ({ done, name }: Decision) => {
    setDeciding(true)
    try {
      await api('POST', `/${slug}/${id}/${name}`)
      toast.success(done)
    } catch (error) {
      toast.error((error as Error).message)
    }
    setDeciding(false)
    router.refresh()
  }

  return (
    <Gutter className={styles.head}>
      <div>{children}</div>
      {decisions.length > 0 && (
        <div className={styles.decisions}>
          {decisions.map((decision, index) => (
            <Button
              buttonStyle={index === 0 ? 'primary' : 'secondary'}
              disabled={deciding}
              id={`${idPrefix}-${decision.name}`}
              key={decision.name}
              margin={false}
              onClick={() => void decide(decision)}
            >
              {decision.label}
            </Button>
          ))}
        </div>
      )}
    </Gutter>
  )
}
