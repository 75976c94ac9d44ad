import type { PayloadRequest } from 'payload'
import { ValidationError } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { say, type TextKey } from '../../i18n/translate.js'
import type { Declaration } from '../../subscription/declareSubscription.js'
import { listsById } from '../../subscription/lists.js'
import { whoAnswers } from '../../subscription/whoAnswers.js'

const shortest = 10
const longest = 2000

/** @throws ValidationError 400 that names the part of the request that is wrong */
export function refuse(
  req: PayloadRequest,
  crm: Crm,
  path: string,
  key: TextKey,
  values?: Record<string, string | number>,
): never {
  const errors = [{ path, message: say(req, key, values) }]
  throw new ValidationError({ collection: crm.slugs.subscribers, req, errors }, req.t)
}

/**
 * Reads who answers for what: basis, declaration and lists of an import or a single subscription.
 *
 * @throws ValidationError 400 when something is missing
 */
export async function readDeclaration(
  req: PayloadRequest,
  crm: Crm,
  body: Readonly<Record<string, unknown>>,
): Promise<Declaration> {
  const { basis } = body
  if (basis !== 'declared' && basis !== 'existingCustomer') refuse(req, crm, 'basis', 'consent:basisMissing')
  const declaration = textOf(body.declaration)
  if (declaration.length < shortest)
    refuse(req, crm, 'declaration', 'consent:declarationMissing', { length: shortest })
  return {
    basis,
    declaration,
    declaredBy: whoAnswers(req),
    consentText: textOf(body.consentText) || null,
    lists: await readLists(req, crm, body.lists),
  }
}

/** @throws ValidationError 400 when a list does not exist */
export async function readLists(req: PayloadRequest, crm: Crm, value: unknown) {
  const ids = (Array.isArray(value) ? (value as unknown[]) : [])
    .filter((id) => typeof id === 'string' || typeof id === 'number')
    .map(String)
  const lists = await listsById(req, crm, ids)
  const isComplete = ids.every((id) => lists.some((list) => String(list.id) === id))
  const isList = value === undefined || value === null || Array.isArray(value)
  if (!isComplete || !isList) refuse(req, crm, 'lists', 'consent:listUnknown')
  return lists
}

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : ''
  return Buffer.from(text.replaceAll('\u0000', ' ').trim().slice(0, longest)).toString()
}
