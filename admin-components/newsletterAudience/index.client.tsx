'use client'

import type { JSONFieldClientProps } from 'payload'
import { FieldError, FieldLabel, useField } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { useApi } from '../api.js'
import { useSay } from '../language.js'
import { useNewsletterIsFixed } from '../newsletterWriting/useNewsletterIsFixed.js'
import { Criteria } from './criteria.client.js'
import { hasUnreadable, lacksVolume, reversedIn, type Definition } from './definition.js'
import styles from './index.module.css'

interface Count {
  count: number
  excluded: { label: string; count: number }[]
  sample: { id: string | number; email: string; name: string }[]
}

interface Props extends JSONFieldClientProps {
  countryCodes: string[]
  listsSlug: string
  newslettersSlug: string
  productsSlug: string
}

/** Whom a newsletter is for, with how many that are while one chooses. */
export function NewsletterAudience(props: Props) {
  const { countryCodes, field, listsSlug, newslettersSlug, path, productsSlug } = props
  const say = useSay()
  const validate = useCallback(
    (given: unknown) => {
      const wanted = (given ?? {}) as Definition
      if (hasUnreadable(wanted)) return say('workspace:unreadable')
      if (reversedIn(wanted).length > 0) return say('error:audienceRange')
      return !lacksVolume(wanted) || say('newsletterAdmin:volumeMissing')
    },
    [say],
  )
  const { disabled, setValue, showError, value } = useField<Definition | null>({
    potentiallyStalePath: path,
    validate,
  })
  const fixed = useNewsletterIsFixed()
  const definition = value ?? {}
  // Said here in words, where the server would name the path of the value.
  const problem = validate(definition)
  return (
    <div className={`field-type ${styles.audience}`} id="field-audience">
      <FieldLabel as="span" label={field?.label} path={path} />
      <FieldError {...(problem === true ? {} : { message: problem })} path={path} showError={showError} />
      <Criteria
        countryCodes={countryCodes}
        definition={definition}
        disabled={disabled || fixed}
        listsSlug={listsSlug}
        newslettersSlug={newslettersSlug}
        onChange={(next) => setValue(next)}
        productsSlug={productsSlug}
      />
      {/* Whom it would reach today says nothing about whom it was sent to. */}
      {!fixed && <Reach definition={definition} newslettersSlug={newslettersSlug} say={say} />}
    </div>
  )
}

function Reach(props: { definition: Definition; newslettersSlug: string; say: ReturnType<typeof useSay> }) {
  const { newslettersSlug, say } = props
  const [reach, setReach] = useState<Count | null>(null)
  const api = useApi()
  const text = JSON.stringify(props.definition)
  useEffect(() => {
    let current = true
    // Not at every key stroke.
    const timer = setTimeout(() => {
      void api<Count>('POST', `/${newslettersSlug}/audience`, { definition: JSON.parse(text) as unknown })
        .catch(() => null)
        .then((body) => current && setReach(body))
    }, 300)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [api, newslettersSlug, text])
  return (
    <div aria-live="polite" className={styles.reach}>
      {reach === null ? (
        <p>{say('newsletterAdmin:audienceUnreadable')}</p>
      ) : (
        <>
          <p className={styles.count} id="audience-count">
            {say('newsletterAdmin:audienceCount', { count: reach.count })}
          </p>
          {reach.excluded.length > 0 && (
            <p>
              {say('newsletterAdmin:audienceExcluded')}{' '}
              {reach.excluded.map(({ count, label }) => `${count} (${label})`).join(', ')}
            </p>
          )}
          {reach.sample.length > 0 && (
            <p className={styles.sample}>
              {say('newsletterAdmin:audienceSample')}{' '}
              {reach.sample.map(({ email, name }) => (name ? `${name} <${email}>` : email)).join(', ')}
            </p>
          )}
        </>
      )}
    </div>
  )
}
