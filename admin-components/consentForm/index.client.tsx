'use client'

import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { useApi, type Id } from '../api.js'
import { useSay } from '../language.js'
import { Labelled } from '../subscriberImport/labelled.js'
import styles from '../subscriberImport/index.module.css'
import { ListChoice } from '../subscriberImport/listChoice.js'

const bases = ['doubleOptIn', 'declared', 'existingCustomer'] as const

interface Props {
  /** The endpoint that subscribes the person. */
  path: `/${string}`
  /** Which of a customer's addresses is meant. */
  email?: string
  /** Where the lists are; left out for somebody who is on some already. */
  listsSlug?: string
  onClose: () => void
  onDone: () => void
}

/** Why a person may get newsletters: asked by a mail, or on the word of whoever fills this in. */
export function ConsentForm({ email, listsSlug, onClose, onDone, path }: Props) {
  const api = useApi()
  const say = useSay()
  const name = useId()
  const [basis, setBasis] = useState<(typeof bases)[number]>('doubleOptIn')
  const [declaration, setDeclaration] = useState('')
  const [lists, setLists] = useState<Id[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const isAsked = basis === 'doubleOptIn'
  const submit = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const { result } = await api<{ result: string }>('POST', path, {
        basis,
        ...(email === undefined ? {} : { email }),
        ...(listsSlug === undefined ? {} : { lists }),
        ...(isAsked ? {} : { declaration }),
      })
      if (result === 'unchanged')
        setProblem(say(isAsked ? 'people:askedAlready' : 'people:subscribedAlready'))
      else toast.success(say(isAsked ? 'people:asked' : 'people:subscribed'))
      if (result !== 'unchanged') onDone()
    } catch (error) {
      setProblem((error as Error).message)
    }
    setBusy(false)
  }
  return (
    // Not a form: this stands inside the form of the customer or subscriber.
    <div aria-label={say('people:consent')} className={styles.form} role="group">
      <fieldset>
        <legend>{say('newsletterSending:importBasis')}</legend>
        {bases.map((one) => (
          <label className={styles.choice} key={one}>
            <input
              checked={basis === one}
              name={name}
              onChange={() => setBasis(one)}
              type="radio"
              value={one}
            />
            {say(one === 'doubleOptIn' ? 'people:basis_doubleOptIn' : `newsletterSending:basis_${one}`)}
          </label>
        ))}
      </fieldset>
      {!isAsked && (
        <Labelled
          hint={say('people:declarationHint')}
          label={say(
            basis === 'declared' ? 'newsletterSending:importDeclaration' : 'people:declarationOfCustomer',
          )}
        >
          {(id, hintId) => (
            <textarea
              aria-describedby={hintId}
              id={id}
              maxLength={2000}
              onChange={(event) => setDeclaration(event.target.value)}
              rows={3}
              value={declaration}
            />
          )}
        </Labelled>
      )}
      {listsSlug !== undefined && <ListChoice chosen={lists} listsSlug={listsSlug} onChange={setLists} />}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        <Button disabled={busy} margin={false} onClick={() => void submit()} size="small" type="button">
          {say(isAsked ? 'people:ask' : 'people:record')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onClose} size="small" type="button">
          {say('newsletterSending:close')}
        </Button>
      </div>
    </div>
  )
}
