import type { Endpoint, PayloadRequest } from 'payload'
import { Forbidden } from 'payload'
import { takeAtLeast } from '../../../hooks/account/uniformTime.js'
import { throttleAddress } from '../../../hooks/throttle.js'
import type { Crm } from '../../config/resolve.js'
import { subscriberAddress } from '../../domain/emailAddress.js'
import { say } from '../../i18n/translate.js'
import { readBody } from '../body.js'
import { requireFields } from '../fieldErrors.js'
import { acceptInvitation } from './accept.js'
import { changeEmail, changePassword, deleteOwnAccount } from './own.js'
import { pageEndpoints } from './pages.js'
import { register } from './register.js'
import { decideOnAccount, staffActions } from './staff.js'

/** Longer than it takes to write the mail to an address that is known. */
export const forgottenMilliseconds = 500

/** The account workflow beside Payload's own `/login`, `/logout`, `/me`, `/refresh-token` and `/reset-password`. */
export function accountEndpoints(crm: Crm): Endpoint[] {
  const post = (path: string, handler: Endpoint['handler']): Endpoint => ({ path, method: 'post', handler })
  return [
    post('/register', async (req) => {
      await register(req, crm, await readBody(req))
      return accepted(req)
    }),
    post('/accept-invitation', async (req) => {
      await throttleAddress(req, crm, 'token')
      const body = await readBody(req)
      const state = await acceptInvitation(req, crm, typeof body.token === 'string' ? body.token : '', body)
      const message = say(req, state === 'active' ? 'account:doneInvitation' : 'account:doneWaiting')
      return Response.json({ message })
    }),
    // Payload's own would answer sooner for an address that it does not know.
    post('/forgot-password', async (req) => {
      const { email: given } = await readBody(req)
      const email = typeof given === 'string' ? subscriberAddress(given) : ''
      requireFields(req, crm.slugs.accounts, { email: email === '' ? say(req, 'error:email') : null })
      await takeAtLeast(forgottenMilliseconds, () =>
        req.payload.forgotPassword({ collection: crm.slugs.accounts, data: { email }, req }),
      )
      return accepted(req)
    }),
    post('/change-password', async (req) => {
      await changePassword(req, crm, await readBody(req))
      return Response.json({ message: say(req, 'account:doneReset') })
    }),
    post('/change-email', async (req) => {
      await changeEmail(req, crm, await readBody(req))
      return accepted(req)
    }),
    post('/delete', async (req) => {
      await deleteOwnAccount(req, crm, await readBody(req))
      return Response.json({ message: say(req, 'account:doneDeleted') })
    }),
    // Payload lets anybody make the first document of an auth collection. The first account is no administrator.
    post('/first-register', (req) => {
      throw new Forbidden(req.t)
    }),
    ...staffActions.map((action) =>
      post(`/:id/${action}`, async (req) => Response.json({ doc: await decideOnAccount(req, crm, action) })),
    ),
    ...pageEndpoints(crm),
  ]
}

/** Always the same, whatever has happened. */
function accepted(req: PayloadRequest): Response {
  return Response.json({ message: say(req, 'account:accepted') }, { status: 202 })
}
