import type { PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import type { Language } from '../i18n/translate.js'
import { readSettings } from '../mail/settings.js'
import type { MailingList } from './lists.js'
import { recordConsent } from './recordConsent.js'
import { updateSubscriber, type Subscriber } from './subscriber.js'
import { consentWording } from '../mail/consentWording.js'

/**
 * Takes over what a confirmed person chose, in the request's transaction. More lists are more consent: the evidence names
 * them and the words in force.
 *
 * @param subscriber locked
 * @returns the hash of the evidence, `null` when nothing changed
 */
export async function changePreferences(
  req: PayloadRequest,
  crm: Crm,
  subscriber: Subscriber,
  { ip, language, lists }: { lists: readonly MailingList[]; language: Language; ip: string | null },
): Promise<string | null> {
  const before = (subscriber.lists ?? []).map(String).sort().join()
  const after = lists.map((list) => String(list.id)).sort()
  if (before === after.join() && language === subscriber.language) return null
  await updateSubscriber(req, crm, subscriber.id, { language, lists: lists.map((list) => list.id) })
  const wording = consentWording(await readSettings(req.payload, crm, req), language)
  const now = new Date().toISOString()
  const { hash } = await recordConsent(req, crm, subscriber.id, {
    kind: 'changed',
    basis: subscriber.legalBasis,
    email: subscriber.email,
    text: wording.text,
    textVersion: wording.version,
    lists: lists.map((list) => list.name),
    confirmedAt: now,
    confirmIp: ip,
  })
  return hash
}
