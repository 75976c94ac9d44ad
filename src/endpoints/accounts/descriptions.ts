import type { Endpoint } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { describeEndpoints, type DescriptionTable, type EndpointDescription } from '../../openapi/describe.js'
import { object, ref, type Schema } from '../../openapi/schema.js'

const text: Schema = { type: 'string' }
const email: Schema = { type: 'string', format: 'email' }
const password: Schema = { type: 'string', format: 'password' }
const message = object({ message: text })
const page = { mediaType: 'text/html' }

/** What the account workflow's routes take and answer, by method and path. */
function descriptions(crm: Crm): DescriptionTable {
  const account = object({ doc: ref(crm.slugs.accounts) })
  const open = { public: true, answers: { 200: message } }
  const form = (name: string): DescriptionTable[string] => ({
    name: `${name}Page`,
    summary: 'api:accountPage',
    public: true,
    answers: { 200: page },
  })
  const staff = (
    name: string,
    summary: EndpointDescription['summary'],
    body?: Schema,
  ): DescriptionTable[string] => ({
    name,
    summary,
    answers: { 200: account },
    errors: [409],
    ...(body ? { body, bodyOptional: true } : {}),
  })
  return {
    'post /register': {
      name: 'register',
      summary: 'api:registerAccount',
      body: object(
        { email, password, name: text, company: text, language: { type: 'string', enum: ['de', 'en'] } },
        ['company', 'language'],
      ),
      public: true,
      answers: { 202: message },
      errors: [403],
    },
    'post /accept-invitation': {
      ...open,
      name: 'acceptInvitation',
      summary: 'api:acceptInvitation',
      body: object({ token: text, password, name: text }, ['name']),
      errors: [403],
    },
    'post /forgot-password': {
      name: 'forgotPassword',
      summary: 'api:forgotPassword',
      public: true,
      body: object({ email }),
      answers: { 202: message },
    },
    'post /change-password': {
      name: 'changePassword',
      summary: 'api:changePassword',
      body: object({ currentPassword: password, password }),
      answers: { 200: message },
      errors: [429],
    },
    'post /change-email': {
      name: 'changeEmail',
      summary: 'api:changeEmail',
      body: object({ email, password }),
      answers: { 202: message },
      errors: [429],
    },
    'post /delete': {
      name: 'deleteOwn',
      summary: 'api:deleteAccount',
      body: object({ password }),
      answers: { 200: message },
      errors: [429],
    },
    'post /first-register': {
      name: 'firstRegister',
      summary: 'api:registerAccount',
      hidden: true,
      answers: {},
    },
    'post /:id/invite': staff('invite', 'api:inviteAgain'),
    'post /:id/block': staff('block', 'api:blockAccount'),
    'post /:id/unblock': staff('unblock', 'api:unblockAccount'),
    'post /:id/approve': staff(
      'approve',
      'api:approveAccount',
      object({ customer: { type: ['integer', 'string'] } }, ['customer']),
    ),
    'get /accept-invitation/:token': form('acceptInvitation'),
    'get /verify/:token': form('verify'),
    'get /reset-password/:token': form('resetPassword'),
    'get /confirm-email/:token': form('confirmEmail'),
    'post /accept-invitation/:token': {
      ...open,
      name: 'acceptInvitationLink',
      summary: 'api:acceptInvitation',
      body: object({ password }),
      errors: [403],
    },
    'post /verify/:token': { ...open, name: 'verify', summary: 'api:verifyEmail', errors: [403] },
    'post /reset-password/:token': {
      ...open,
      name: 'resetPasswordLink',
      summary: 'api:resetPassword',
      body: object({ password }),
      errors: [403],
    },
    'post /confirm-email/:token': {
      ...open,
      name: 'confirmEmail',
      summary: 'api:confirmEmail',
      errors: [403],
    },
  }
}

export function describeAccountEndpoints(crm: Crm, endpoints: readonly Endpoint[]): Endpoint[] {
  return describeEndpoints('accounts', descriptions(crm), endpoints)
}
