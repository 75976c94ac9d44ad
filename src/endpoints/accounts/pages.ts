import type { Endpoint, PayloadRequest } from 'payload'
import { APIError } from 'payload'
import { throttleAddress } from '../../../hooks/throttle.js'
import type { AccountAction } from '../../config/accountLinks.js'
import type { Crm } from '../../config/resolve.js'
import { accountPasswordLength } from '../../domain/accountLife.js'
import { say, type TextKey } from '../../i18n/translate.js'
import { html, type Html } from '../../mail/templates/html.js'
import { isForm, readFields } from '../body.js'
import { languageOf, page as publicPage } from '../publicPages/page.js'
import { acceptInvitation, confirmEmail, resetPassword, verifyRegistration } from './accept.js'

interface Page {
  title: TextKey
  text: TextKey
  /** Whether a password has to be chosen. */
  password: boolean
  act: (req: PayloadRequest, crm: Crm, token: string, fields: Record<string, unknown>) => Promise<TextKey>
}

const pages: Record<AccountAction, Page> = {
  'accept-invitation': {
    title: 'account:pageInvitation',
    text: 'account:pageInvitationText',
    password: true,
    act: async (...all) =>
      (await acceptInvitation(...all)) === 'active' ? 'account:doneInvitation' : 'account:doneWaiting',
  },
  verify: {
    title: 'account:pageVerify',
    text: 'account:pageVerifyText',
    password: false,
    act: async (req, crm, token) =>
      (await verifyRegistration(req, crm, token)) === 'active' ? 'account:doneVerify' : 'account:doneWaiting',
  },
  'reset-password': {
    title: 'account:pageReset',
    text: 'account:pageResetText',
    password: true,
    act: async (...all) => {
      await resetPassword(...all)
      return 'account:doneReset'
    },
  },
  'confirm-email': {
    title: 'account:pageEmail',
    text: 'account:pageEmailText',
    password: false,
    act: async (req, crm, token) => {
      await confirmEmail(req, crm, token)
      return 'account:doneEmail'
    },
  },
}

/**
 * Where the links of our mails lead unless the shop has pages of its own. `GET /<action>/:token` shows a form and changes
 * nothing, so a mail scanner that follows links cannot act; `POST` acts, for the form and as JSON.
 */
export function pageEndpoints(crm: Crm): Endpoint[] {
  return (Object.keys(pages) as AccountAction[]).flatMap((action): Endpoint[] => {
    const page = pages[action]
    const path = `/${action}/:token`
    return [
      { path, method: 'get', handler: (req) => formPage(req, crm, page) },
      {
        path,
        method: 'post',
        handler: async (req) => {
          try {
            await throttleAddress(req, crm, 'token')
            const done = await page.act(req, crm, tokenOf(req), await readFields(req))
            const message = say(req, done)
            return isForm(req)
              ? publicPage(req, crm, languageOf(req), {
                  title: say(req, page.title),
                  body: html`<p role="status" class="done last">${message}</p>`,
                })
              : Response.json({ message })
          } catch (error) {
            if (!isForm(req) || !(error instanceof APIError) || error.status >= 500) throw error
            return formPage(req, crm, page, error)
          }
        },
      },
    ]
  })
}

function tokenOf(req: PayloadRequest): string {
  const token = req.routeParams?.token
  return typeof token === 'string' ? token : ''
}

function formPage(req: PayloadRequest, crm: Crm, page: Page, error?: APIError): Promise<Response> {
  const message = error ? messageOf(error) : null
  const { min, max } = accountPasswordLength
  const body: Html = html`<p>${say(req, page.text)}</p>
    ${message && html`<p role="alert" class="bad" id="problem">${message}</p>`}
    <form method="post">
      ${
        page.password &&
        html`<div class="field">
          <label class="label" for="password">${say(req, 'account:pagePassword')}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="new-password"
            minlength="${min}"
            maxlength="${max}"
            aria-describedby="hint"
            required
          />
          <small id="hint" class="words">${say(req, 'account:pagePasswordHint')}</small>
        </div>`
      }
      <button type="submit">${say(req, page.password ? 'account:pageSave' : 'account:pageConfirm')}</button>
    </form>`
  return publicPage(req, crm, languageOf(req), {
    title: say(req, page.title),
    body,
    status: error?.status ?? 200,
  })
}

/** The sentence about the field, where there is one: "the following field is invalid" helps nobody with one field. */
function messageOf(error: APIError): string {
  const { errors } = (error.data ?? {}) as { errors?: { message?: string }[] }
  return errors?.[0]?.message ?? error.message
}
