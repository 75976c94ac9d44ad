'use client'

import {
  Button,
  ConfirmationModal,
  toast,
  useDocumentInfo,
  useField,
  useForm,
  useModal,
} from '@payloadcms/ui'
import type { NumberFieldClientProps } from 'payload'
import { useState } from 'react'
import { isFrozen } from '../../src/domain/orderLife.js'
import { useApi } from '../api.js'
import { useWorkspace } from '../entryWorkspace/context.js'
import { useNotation, useSay } from '../language.js'
import { differences, type OrderInForm } from './differences.js'
import styles from './index.module.css'
import { useStaleSign } from './useStaleSign.js'

const modalSlug = 'crm-order-conflict'

type Stored = OrderInForm & { revision: number; updatedAt: string }

/**
 * Shows nothing until it is known that somebody else has saved meanwhile: then both versions, and a choice. What was typed
 * stays in the form until the person decides.
 */
export function OrderConflict({ path, timeZone }: NumberFieldClientProps & { timeZone: string }) {
  const { valid } = useField<number>({ potentiallyStalePath: path })
  const { collectionSlug, id } = useDocumentInfo()
  const { dispatchFields, getData, setModified, submit } = useForm()
  const { closeModal, openModal } = useModal()
  const workspace = useWorkspace()
  const notation = useNotation()
  const api = useApi()
  const say = useSay()
  const [stored, setStored] = useState<Stored | null>(null)

  useStaleSign(valid === false, async () => {
    try {
      setStored(await api<Stored>('GET', `/${collectionSlug}/${id}?depth=0`))
      openModal(modalSlug)
    } catch (error) {
      toast.error((error as Error).message)
    }
  })

  if (!stored) return null
  const settle = () =>
    dispatchFields({ type: 'UPDATE', path, value: stored.revision, valid: true, errorMessage: undefined })
  // Not waited for: a third person may have saved by now, and the dialogue must be able to open again.
  const saveMine = () => {
    settle()
    void submit({ overrides: { revision: stored.revision } })
  }
  const takeTheirs = () => {
    closeModal(modalSlug)
    setModified(false)
    if (workspace) workspace.reload()
    else window.location.reload()
  }
  const frozen = isFrozen(stored.status ?? 'open')
  const rows = differences(getData(), stored, { notation, say, timeZone })
  const body = (
    <div className={styles.conflict}>
      <p>{say(frozen ? 'workspace:conflictFrozen' : 'workspace:conflict')}</p>
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className={styles.unseen}>{say('workspace:conflictField')}</span>
              </th>
              <th scope="col">{say('workspace:conflictMine')}</th>
              <th scope="col">{say('workspace:conflictTheirs')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, mine, theirs }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{mine}</td>
                <td>{theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!frozen && (
        <Button
          buttonStyle="secondary"
          id="crm-take-theirs"
          margin={false}
          onClick={takeTheirs}
          size="large"
          type="button"
        >
          {say('workspace:takeTheirs')}
        </Button>
      )}
    </div>
  )
  return (
    <ConfirmationModal
      body={body}
      cancelLabel={say('workspace:keepEditing')}
      className={styles.modal}
      confirmLabel={say(frozen ? 'workspace:takeTheirs' : 'workspace:saveMine')}
      heading={say('workspace:conflictHeading')}
      modalSlug={modalSlug}
      onConfirm={frozen ? takeTheirs : saveMine}
    />
  )
}
