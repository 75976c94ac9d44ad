import type { CollectionBeforeValidateHook } from 'payload'
import { ValidationError } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { isAcceptablePassword } from '../../src/domain/accountLife.js'
import { say } from '../../src/i18n/translate.js'

/**
 * A password that staff or the host's code writes has to be as long as one that its owner chooses. A write without one
 * leaves the password alone, and a new account without one is refused by Payload; a login and a reset come by here with
 * the hash at most.
 */
export function refuseWeakPassword(crm: Crm): CollectionBeforeValidateHook {
  return ({ data, req }) => {
    const { password } = (data ?? {}) as { password?: unknown }
    const isGiven = password !== undefined && password !== null && password !== ''
    if (isGiven && !isAcceptablePassword(password)) {
      const errors = [{ path: 'password', message: say(req, 'account:passwordShort') }]
      throw new ValidationError({ collection: crm.slugs.accounts, req, errors }, req.t)
    }
    return data
  }
}
