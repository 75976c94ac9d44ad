import type { Field, PayloadRequest } from 'payload'
import { MissingFile, NotFound } from 'payload'
import { isStorable, isStorableId } from '../src/domain/storable.js'
import { Refusal } from '../src/i18n/refusal.js'
import { say } from '../src/i18n/translate.js'
import { isImpossibleWhere } from './impossibleWhere.js'
import { reportViolations } from './reportViolations.js'
import { shapeViolations } from './shapeViolations.js'

interface Operation {
  args: unknown
  operation: string
  req: PayloadRequest
  collection?: {
    slug: string
    fields: readonly Field[]
    flattenedFields: readonly Field[]
    auth?: unknown
    upload?: unknown
  }
  global?: { slug: string; fields: readonly Field[] }
}

/**
 * Stands before every write from outside, for collections and globals alike. Refuses bodies that are no object, texts that
 * PostgreSQL cannot store and values whose shape is not the field's, and drops what only the server sets in every
 * collection; Payload and the hooks behind it would take all of them for what they should be, and end in a 500. So they
 * would with an id that cannot exist, which is as good as one that does not, whatever is to be done with it.
 *
 * @throws Refusal 400, ValidationError 400 with the path of each field, NotFound 404
 */
export function refuseMalformed({ args, collection, global, operation, req }: Operation): void {
  if (req.payloadAPI === 'local') return
  const given = args as { data?: unknown; duplicateFromID?: unknown; id?: unknown; where?: unknown }
  if (collection)
    for (const id of [given.id, given.duplicateFromID]) refuseImpossibleId(req, collection.slug, id)
  if (collection && isImpossibleWhere(given.where, collection.flattenedFields))
    throw new Refusal(say(req, 'error:badRequest'), 400)
  if (!['create', 'update', 'updateByID'].includes(operation)) return
  // A copy and a file need no more; whatever else comes without a body that Payload reads would end in a 500.
  if (given.data === undefined && (given.duplicateFromID !== undefined || collection?.upload)) given.data = {}
  const { data } = given
  if (typeof data !== 'object' || data === null || Array.isArray(data) || !isStorable(data))
    throw new Refusal(say(req, 'error:badRequest'), 400)
  // Payload would fetch the file from an address in the body.
  if (collection?.upload && operation === 'create' && !req.file && req.data?.url !== undefined)
    throw new MissingFile(req.t)
  const entity = collection ?? global
  if (entity) {
    const violations = shapeViolations(entity.fields, data as Record<string, unknown>)
    const { password } = data as { password?: unknown }
    if (collection?.auth && password !== undefined && password !== null && typeof password !== 'string')
      violations.push({ path: 'password', message: 'shape' })
    reportViolations(req, entity.slug, violations)
  }
  // Payload checks a copy no more than its original was, so what is sent along with the wish for one is left out.
  if (given.duplicateFromID !== undefined) given.data = {}
  for (const name of serverSet(collection)) delete (given.data as Record<string, unknown>)[name]
}

/** What Payload would take from a client although it is the server's to say: of a file, what the file itself says. */
function serverSet(collection: Operation['collection']): string[] {
  return [
    'id',
    'createdAt',
    'updatedAt',
    ...(collection?.auth ? ['sessions'] : []),
    ...(collection?.upload
      ? ['url', 'thumbnailURL', 'filename', 'mimeType', 'filesize', 'width', 'height', 'sizes']
      : []),
  ]
}

/** PostgreSQL would not look for an id that is no number, but fail. */
function refuseImpossibleId(req: PayloadRequest, slug: string, id: unknown): void {
  if (id === undefined || id === null) return
  const type = req.payload.collections[slug]?.customIDType ?? req.payload.db.defaultIDType
  const isPossible = type === 'number' ? isId(id) : isStorable(id)
  if (!isPossible) throw new NotFound(req.t)
}

const isId = (id: unknown) => (typeof id === 'number' || typeof id === 'string') && isStorableId(String(id))
