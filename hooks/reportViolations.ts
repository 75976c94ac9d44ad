import type { PayloadRequest } from 'payload'
import { ValidationError } from 'payload'
import type { Violation } from '../src/domain/violation.js'
import { say } from '../src/i18n/translate.js'

/**
 * The one place where broken rules of the domain become Payload's error: 400, in the request's language, with the path of
 * each field.
 *
 * @throws ValidationError when there is any violation
 */
export function reportViolations(
  req: PayloadRequest,
  collection: string,
  violations: readonly Violation[],
): void {
  if (violations.length === 0) return
  throw new ValidationError(
    {
      collection,
      req,
      errors: violations.map(({ path, message, values }) => ({
        path,
        label: labelOf(req, collection, path),
        message: say(req, `error:${message}`, values),
      })),
    },
    req.t,
  )
}

/** What the form calls the field, or the group or list it is in: Payload's sentence would name the path otherwise. */
function labelOf(req: PayloadRequest, slug: string, path: string): string | undefined {
  const { config } = req.payload
  const entity = [...config.collections, ...config.globals].find((one) => one.slug === slug)
  const [name] = path.split('.')
  const field = entity?.flattenedFields.find((one) => one.name === name)
  const given = field && 'label' in field ? field.label : undefined
  const text = typeof given === 'function' ? given({ i18n: req.i18n, t: req.t }) : given
  return typeof text === 'string' ? text : undefined
}
