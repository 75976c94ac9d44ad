import type { Endpoint } from 'payload'
import { NotFound } from 'payload'
import { described } from '../openapi/describe.js'

/**
 * Payload serves its route for verifying e-mail addresses also where that is switched off, and answers 500 there. This
 * stands before it and says what is true: there is nothing.
 */
export function closedVerification(): Endpoint {
  return described(
    {
      path: '/verify/:id',
      method: 'post',
      handler: (req) => {
        throw new NotFound(req.t)
      },
    },
    { operationId: 'accounts.verify', summary: 'api:verifyEmail', public: true, hidden: true, answers: {} },
  )
}
