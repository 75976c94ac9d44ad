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
        message: say(req, `error:${message}`, values),
      })),
    },
    req.t,
  )
}
