import { fillLinkTemplate } from '../domain/linkTemplate.js'
import type { Crm } from './resolve.js'

/** What the link of a mail is for; the pages' paths and the `{action}` of a shop's own address. */
export type AccountAction = 'accept-invitation' | 'verify' | 'reset-password' | 'confirm-email'

/**
 * @param base of the API, for example `https://crm.example.com/api`
 * @param template an address of the shop with `{action}` and `{token}`; without one the built-in pages are linked
 */
export function accountLink(
  crm: Crm,
  base: string,
  template: string | null | undefined,
  action: AccountAction,
  token: string,
): string {
  return fillLinkTemplate(template || `${base}/${crm.slugs.accounts}/{action}/{token}`, action, token)
}
