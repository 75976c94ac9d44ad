import type { PayloadRequest } from 'payload'
import { ValidationError } from 'payload'

/**
 * What is wrong with the fields of a request, in Payload's form: 400, with the path of each.
 *
 * @param problems a sentence for each field that is wrong, null for one that is not
 * @throws ValidationError when there is any
 */
export function requireFields(
  req: PayloadRequest,
  collection: string,
  problems: Record<string, string | null>,
): void {
  const errors = Object.entries(problems).flatMap(([path, message]) => (message ? [{ path, message }] : []))
  if (errors.length > 0) throw new ValidationError({ collection, req, errors }, req.t)
}
