'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { csvText } from '../../src/domain/csv.js'
import { useApi, type Id } from '../api.js'
import { useSay } from '../language.js'
import styles from './index.module.css'
import { Labelled } from './labelled.js'
import { ListChoice } from './listChoice.js'
import { ImportOutcome, type Outcome } from './outcome.client.js'

const bases = ['declared', 'existingCustomer'] as const

/** The file, who answers for it and why these people may get newsletters. Nothing is written before a look at the outcome. */
export function ImportForm({ listsSlug, subscribersSlug }: { listsSlug: string; subscribersSlug: string }) {
  const api = useApi()
  const say = useSay()
  const router = useRouter()
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
      <ListChoice chosen={chosen} listsSlug={listsSlug} onChange={changing(setChosen)} />
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
