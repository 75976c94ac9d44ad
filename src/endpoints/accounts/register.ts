import type { PayloadRequest } from 'payload'
import { ValidationError } from 'payload'
import { inviteAgain, verifyAgain } from '../../../hooks/account/links.js'
import { accountByEmail, type StoredAccount } from '../../../hooks/account/storedAccount.js'
import { spendPasswordCheck, takeAtLeast } from '../../../hooks/account/uniformTime.js'
import { throttle } from '../../../hooks/throttle.js'
import type { Crm } from '../../config/resolve.js'
import { revokeTokens } from '../../database/accountToken.js'
import { inTransaction } from '../../database/inTransaction.js'
import { accountStage, cleanName, isAcceptablePassword } from '../../domain/accountLife.js'
import { isEmailAddress, subscriberAddress } from '../../domain/emailAddress.js'
import { Refusal } from '../../i18n/refusal.js'
import { say } from '../../i18n/translate.js'
import { enqueueAccountMail } from '../../mail/accountMail.js'
import { readSettings } from '../../mail/settings.js'
import { requireFields } from '../fieldErrors.js'

const answerMilliseconds = 1000

interface Registration {
  email: string
  password: string
  name: string
  registeredCompany: string | null
  language: 'de' | 'en'
}

/**
 * Takes a registration. The outside cannot tell whether the address was known: only its owner learns, by mail.
 *
 * @throws Refusal 403 when registration is off, ValidationError 400, APIError 429
 */
export async function register(req: PayloadRequest, crm: Crm, body: Record<string, unknown>): Promise<void> {
  const settings = await readSettings(req.payload, crm)
  if ((settings.accounts?.registration ?? 'off') === 'off')
    throw new Refusal(say(req, 'account:registrationClosed'), 403)
  const { password } = body
  const email = typeof body.email === 'string' ? subscriberAddress(body.email) : ''
  const name = cleanName(body.name)
  requireFields(req, crm.slugs.accounts, {
    email: isEmailAddress(email) ? null : say(req, 'error:email'),
    password: isAcceptablePassword(password) ? null : say(req, 'account:passwordShort'),
    name: name ? null : say(req, 'error:blank'),
  })
  await throttle(req, crm, 'register', email)
  const registration: Registration = {
    email,
    password: password as string,
    name,
    registeredCompany: cleanName(body.company) || null,
    language: body.language === 'en' ? 'en' : 'de',
  }
  await takeAtLeast(answerMilliseconds, async () => {
    try {
      await inTransaction(req, async () => {
        const known = await accountByEmail(req, crm, email)
        if (known) await answerKnown(req, crm, known, registration)
        else await verifyAgain(req, crm, await write(req, crm, registration))
      })
    } catch (error) {
      // Somebody registered the same address at the same moment: it is known now, and that is all there is to say.
      if (!isAboutEmail(error) || !(await accountByEmail(req, crm, email))) throw error
    }
  })
}

async function answerKnown(
  req: PayloadRequest,
  crm: Crm,
  account: StoredAccount,
  registration: Registration,
): Promise<void> {
  const stage = accountStage(account)
  await spendPasswordCheck(registration.password)
  if (stage === 'unverified') {
    // Nobody knows which of the two owns the address, so neither password counts: the owner chooses one by the link.
    await revokeTokens(req, crm, account.id)
    await inviteAgain(req, crm, await write(req, crm, registration, account))
  }
  if (stage === 'invited') await inviteAgain(req, crm, account)
  if (stage === 'waiting') await enqueueAccountMail(req, crm, account, 'accountWaiting')
  if (stage === 'active') await enqueueAccountMail(req, crm, account, 'accountExists')
}

async function write(
  req: PayloadRequest,
  crm: Crm,
  registration: Registration,
  existing?: StoredAccount,
): Promise<StoredAccount> {
  const common = { collection: crm.slugs.accounts, depth: 0, overrideAccess: true, req } as const
  const { password, ...person } = registration
  const data = { ...person, ...(existing ? {} : { password }), status: 'invited', origin: 'registration' }
  const account: unknown = existing
    ? await req.payload.update({ ...common, id: existing.id, data })
    : await req.payload.create({ ...common, data })
  return account as StoredAccount
}

/** Taken, or none that Payload takes. */
function isAboutEmail(error: unknown): boolean {
  return error instanceof ValidationError && error.data.errors.some(({ path }) => path === 'email')
}
