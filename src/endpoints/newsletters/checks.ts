import { Resolver } from 'node:dns/promises'
import type { Endpoint, PayloadRequest } from 'payload'
import { readEnvironment } from '../../config/environment.js'
import type { Crm } from '../../config/resolve.js'
import { parseAudience } from '../../domain/audience.js'
import { Refusal } from '../../i18n/refusal.js'
import { say, type Language, type TextKey } from '../../i18n/translate.js'
import { publishedForms, signedHeaders } from '../../mail/dkim.js'
import { bareAddress } from '../../mail/message.js'
import { countAudience, idTypeOf } from '../../mail/newsletter/audience.js'
import { audienceValues } from '../../mail/newsletter/audienceValues.js'
import { lightOf, type Finding } from '../../mail/newsletter/findings.js'
import { checkReachable } from '../../mail/newsletter/linkCheck.js'
import { loadNewsletterInput } from '../../mail/newsletter/loadInput.js'
import { longestHtml, outgoingLetter } from '../../mail/newsletter/outgoingLetter.js'
import { checkLetter } from '../../mail/newsletter/preflight.js'
import { limitsOf } from '../../mail/newsletter/sendingLimits.js'
import {
  checkReservedDomain,
  checkSenderDomain,
  type SenderDomain,
} from '../../mail/newsletter/senderDomain.js'
import { anyAddress, publicOnly } from '../../network/publicLookup.js'
import type { CrmSettings } from '../../mail/settings.js'
import { assertMarketing } from '../assertMarketing.js'
import { readBody } from '../body.js'
import { findNewsletter } from './findNewsletter.js'

/** How long a link may take. */
const linkMilliseconds = 5000

/**
 * `POST /audience {definition}` counts whom an audience reaches and shows some of them; `GET /audience-values` is what can be
 * suggested for one; `GET /:id/preflight` is the traffic light before sending; `?links=true` also looks whether there is
 * something where the links lead.
 */
export function newsletterCheckEndpoints(crm: Crm): Endpoint[] {
  return [
    { path: '/audience', method: 'post', handler: (req) => audience(req, crm) },
    { path: '/audience-values', method: 'get', handler: (req) => values(req, crm) },
    { path: '/:id/preflight', method: 'get', handler: (req) => preflight(req, crm) },
  ]
}

async function audience(req: PayloadRequest, crm: Crm): Promise<Response> {
  assertMarketing(req, crm)
  const { definition } = await readBody(req)
  const parsed = parseAudience(definition, idTypeOf(req.payload))
  const [first] = parsed.violations
  if (first)
    throw new Refusal(`${first.path}: ${say(req, `error:${first.message}`)}`, 400, {
      path: first.path,
      violations: parsed.violations,
    })
  const result = await countAudience(req.payload, crm, parsed.audience)
  return Response.json(
    { ...result, excluded: result.excluded.map((one) => ({ ...one, label: reasonText(req, one.reason) })) },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}

async function values(req: PayloadRequest, crm: Crm): Promise<Response> {
  assertMarketing(req, crm)
  return Response.json(await audienceValues(req.payload, crm), { headers: { 'Cache-Control': 'no-store' } })
}

async function preflight(req: PayloadRequest, crm: Crm): Promise<Response> {
  const newsletter = await findNewsletter(req, crm)
  const input = await loadNewsletterInput(req.payload, crm, newsletter)
  const language = req.i18n.language === 'en' ? 'en' : 'de'
  const { finding: reach, languages } = await checkAudience(req, crm, newsletter.audience)
  const letter = outgoingLetter(req.payload, input)
  const findings = [
    ...checkLetter(input, language, languages, (version) =>
      longestHtml(req.payload, newsletter.id, letter, version),
    ),
    reach,
    ...(wantsLinks(req, input.settings)
      ? [
          await checkReachable(input.blocks, {
            policy: crm.webhooks.allowPrivateNetworks ? anyAddress : publicOnly,
            timeoutMilliseconds: linkMilliseconds,
          }),
        ]
      : []),
    ...(await checkSender(crm, senderOf(input.settings, crm))),
  ]
  const { sending = {} } = input.settings
  return Response.json(
    {
      light: lightOf(findings),
      recipients: Number(reach.values?.count ?? 0),
      sending: {
        ...limitsOf(sending),
        canarySize: sending.canarySize ?? 0,
        canaryPercent: sending.canaryPercent ?? 0,
      },
      findings: findings.map((finding) => ({
        ...finding,
        title: say(req, `newsletterCheck:check_${finding.check}` as TextKey),
        message: say(
          req,
          `newsletterCheck:check_${finding.check}_${finding.what}` as TextKey,
          finding.values,
        ),
      })),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}

/** Whether anybody is reached, and in which languages; in all of them while nobody is. */
async function checkAudience(
  req: PayloadRequest,
  crm: Crm,
  definition: unknown,
): Promise<{ finding: Finding; languages: Language[] }> {
  const nobody = (what: string) => ({
    finding: { check: 'audience', light: 'red', what } as const,
    languages: ['de', 'en'] as Language[],
  })
  const { audience, violations } = parseAudience(definition, idTypeOf(req.payload))
  if (violations.length > 0) return nobody('unreadable')
  const { count, languages } = await countAudience(req.payload, crm, audience)
  if (count === 0) return nobody('nobody')
  return { finding: { check: 'audience', light: 'green', what: 'ok', values: { count } }, languages }
}

/** A name server of the host's own may know names that are reserved elsewhere. */
async function checkSender(crm: Crm, sender: SenderDomain): Promise<Finding[]> {
  const known = crm.dnsServers.length > 0 ? null : checkReservedDomain(sender.domain)
  return known ?? checkSenderDomain(sender, resolver(crm))
}

/** The caller says it, else the settings do: other people's servers are asked only when somebody wants that. */
function wantsLinks({ query }: PayloadRequest, settings: CrmSettings): boolean {
  if (query.links === 'true' || query.links === 'false') return query.links === 'true'
  return settings.newsletter?.checkLinks === true
}

function senderOf(settings: CrmSettings, { dkim }: Crm): SenderDomain {
  const address = settings.sender?.email || bareAddress(readEnvironment().mailFrom)
  return {
    domain: address.slice(address.lastIndexOf('@') + 1).toLowerCase(),
    dkimSelector: settings.newsletter?.dkimSelector?.trim() || null,
    signing: dkim && {
      domain: dkim.domain.toLowerCase(),
      selector: dkim.selector,
      publicKeys: publishedForms(dkim.privateKey),
      headerFieldNames: signedHeaders,
    },
  }
}

function resolver(crm: Crm): Resolver {
  const dns = new Resolver({ timeout: 2000, tries: 2 })
  if (crm.dnsServers.length > 0) dns.setServers(crm.dnsServers)
  return dns
}

function reasonText(req: PayloadRequest, reason: string): string {
  const key = `newsletterCheck:excluded_${reason}`
  return say(req, key as TextKey)
}
