'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useId, useState, type ReactNode } from 'react'
import { csvText } from '../../src/domain/csv.js'
import { useApi, type Id } from '../api.js'
import { useSay } from '../language.js'
import styles from './index.module.css'
import { ImportOutcome, type Outcome } from './outcome.client.js'

interface List {
  id: Id
  name: string
}

const bases = ['declared', 'existingCustomer'] as const

/** The file, who answers for it and why these people may get newsletters. Nothing is written before a look at the outcome. */
export function ImportForm({ listsSlug, subscribersSlug }: { listsSlug: string; subscribersSlug: string }) {
  const api = useApi()
  const say = useSay()
  const router = useRouter()
  const lists = useLists(listsSlug)
  const [csv, setCsv] = useState<string | null>(null)
  const [basis, setBasis] = useState<(typeof bases)[number] | null>(null)
  const [declaration, setDeclaration] = useState('')
  const [consentText, setConsentText] = useState('')
  const [chosen, setChosen] = useState<Id[]>([])
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  // What was looked at no longer holds once anything is changed.
  const changing =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setOutcome(null)
      setProblem(null)
    }
  const submit = async (dryRun: boolean) => {
    if (csv === null) return setProblem(say('newsletterSending:importFileMissing'))
    if (basis === null) return setProblem(say('newsletterSending:importBasisMissing'))
    setBusy(true)
    setProblem(null)
    try {
      const body = { csv, basis, declaration, consentText, lists: chosen, dryRun }
      setOutcome(await api<Outcome>('POST', `/${subscribersSlug}/import`, body))
      if (!dryRun) router.refresh()
    } catch (error) {
      setOutcome(null)
      setProblem((error as Error).message)
    }
    setBusy(false)
  }
  const isChecked = outcome?.dryRun === true && outcome.totals.created + outcome.totals.updated > 0
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void submit(true)
      }}
    >
      <p>{say('newsletterSending:importIntro')}</p>
      <Labelled label={say('newsletterSending:importFile')}>
        {(id) => (
          <input
            accept=".csv,.txt,text/csv"
            id={id}
            onChange={(event) => {
              const file = event.target.files?.[0]
              changing(setCsv)(null)
              void file?.arrayBuffer().then((content) => setCsv(csvText(new Uint8Array(content))))
            }}
            type="file"
          />
        )}
      </Labelled>
      <fieldset>
        <legend>{say('newsletterSending:importBasis')}</legend>
        {bases.map((one) => (
          <label className={styles.choice} key={one}>
            <input
              checked={basis === one}
              name="basis"
              onChange={() => changing(setBasis)(one)}
              type="radio"
              value={one}
            />
            {say(`newsletterSending:basis_${one}`)}
          </label>
        ))}
      </fieldset>
      <Labelled
        hint={say('newsletterSending:importDeclarationHint')}
        label={say('newsletterSending:importDeclaration')}
      >
        {(id, hintId) => (
          <textarea
            aria-describedby={hintId}
            id={id}
            maxLength={2000}
            onChange={(event) => changing(setDeclaration)(event.target.value)}
            rows={3}
            value={declaration}
          />
        )}
      </Labelled>
      <Labelled label={say('newsletterSending:importConsentText')}>
        {(id) => (
          <textarea
            id={id}
            maxLength={2000}
            onChange={(event) => changing(setConsentText)(event.target.value)}
            rows={2}
            value={consentText}
          />
        )}
      </Labelled>
      {lists.length > 0 && (
        <fieldset>
          <legend>{say('newsletterSending:importLists')}</legend>
          {lists.map((list) => (
            <label className={styles.choice} key={list.id}>
              <input
                checked={chosen.includes(list.id)}
                onChange={({ target }) =>
                  changing(setChosen)(
                    target.checked ? [...chosen, list.id] : chosen.filter((id) => id !== list.id),
                  )
                }
                type="checkbox"
              />
              {list.name}
            </label>
          ))}
        </fieldset>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {outcome && <ImportOutcome outcome={outcome} />}
      <div className={styles.actions}>
        <Button
          buttonStyle={isChecked ? 'secondary' : 'primary'}
          disabled={busy}
          margin={false}
          type="submit"
        >
          {say('newsletterSending:importCheck')}
        </Button>
        {isChecked && (
          <Button disabled={busy} margin={false} onClick={() => void submit(false)} type="button">
            {say('newsletterSending:importRun')}
          </Button>
        )}
      </div>
    </form>
  )
}

function Labelled(props: {
  hint?: string
  label: string
  children: (id: string, hintId: string) => ReactNode
}) {
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {props.label}
      </label>
      {props.children(id, hintId)}
      {props.hint && (
        <p className={styles.hint} id={hintId}>
          {props.hint}
        </p>
      )}
    </div>
  )
}

function useLists(listsSlug: string): List[] {
  const api = useApi()
  const [lists, setLists] = useState<List[]>([])
  useEffect(() => {
    let current = true
    void api<{ docs: List[] }>('GET', `/${listsSlug}?depth=0&limit=500&sort=name&select[name]=true`)
      .then(({ docs }) => current && setLists(docs))
      // Then people come in without a list; nothing else depends on it.
      .catch(() => undefined)
    return () => {
      current = false
    }
  }, [api, listsSlug])
  return lists
}
