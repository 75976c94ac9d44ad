'use client'

import { Button, toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useId, useState } from 'react'
import type { TextKey } from '../../src/i18n/translate.js'
import { useApi, type Id } from '../api.js'
import { useSay } from '../language.js'
import styles from './index.module.css'

/**
 * Copies what is written, says so, and opens the copy. A copy is a newsletter that has not been sent, also one of a template;
 * `changes` make it what it is to be.
 */
export function useCopy(newslettersSlug: string) {
  const { config } = useConfig()
  const api = useApi()
  const say = useSay()
  const router = useRouter()
  return async (id: Id, done: TextKey, changes?: { name: string } | { template: true }): Promise<void> => {
    try {
      const path = `/${newslettersSlug}` as const
      const { doc } = await api<{ doc: { id: Id } }>('POST', `${path}/${id}/duplicate?depth=0`)
      if (changes) await api('PATCH', `${path}/${doc.id}?depth=0`, changes)
      toast.success(say(done))
      router.push(formatAdminURL({ adminRoute: config.routes.admin, path: `/collections${path}/${doc.id}` }))
    } catch (error) {
      toast.error((error as Error).message)
    }
  }
}

interface Template {
  id: Id
  name: string
}

/** On the page of a new newsletter. Without templates there is nothing to choose from, and nothing to see. */
export function StartFromTemplate({ newslettersSlug }: { newslettersSlug: string }) {
  const api = useApi()
  const say = useSay()
  const copy = useCopy(newslettersSlug)
  const selectId = useId()
  const [templates, setTemplates] = useState<Template[]>([])
  const [chosen, setChosen] = useState('')
  useEffect(() => {
    let current = true
    const query = 'where[template][equals]=true&depth=0&limit=100&sort=name&select[name]=true'
    void api<{ docs: Template[] }>('GET', `/${newslettersSlug}?${query}`)
      .then(({ docs }) => current && setTemplates(docs))
      // Then one writes without a template.
      .catch(() => undefined)
    return () => {
      current = false
    }
  }, [api, newslettersSlug])
  if (templates.length === 0) return null
  return (
    <div className={styles.panel}>
      <div className={styles.plan}>
        <div>
          <label htmlFor={selectId}>{say('newsletterSending:startFrom')}</label>
          <select id={selectId} onChange={(event) => setChosen(event.target.value)} value={chosen}>
            <option value="">{say('newsletterSending:chooseTemplate')}</option>
            {templates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Button
          buttonStyle="secondary"
          disabled={chosen === ''}
          margin={false}
          onClick={() => void copy(chosen, 'newsletterSending:begun')}
          type="button"
        >
          {say('newsletterSending:start')}
        </Button>
      </div>
    </div>
  )
}
