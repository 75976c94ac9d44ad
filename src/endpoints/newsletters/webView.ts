import type { Endpoint } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { publishedStatuses, type NewsletterStatus } from '../../domain/newsletterLife.js'
import type { FrozenCampaign } from '../../mail/newsletter/campaigns.js'
import { notice } from '../publicPages/page.js'
import { readWebViewToken } from '../../mail/newsletter/webView.js'

/**
 * `GET /newsletter/view/:token`: a newsletter for everybody who has its link, if it allows that and has gone out, as it was
 * when it started. Nothing in it is personal, and nothing counts who reads it.
 */
export function newsletterWebViewEndpoint(crm: Crm): Endpoint {
  return {
    path: '/newsletter/view/:token',
    method: 'get',
    handler: async (req) => {
      const token = req.routeParams?.token
      const id = readWebViewToken(req.payload, typeof token === 'string' ? token : '')
      const pages = id === null ? null : await find(req.payload, crm, id)
      const headers = {
        'Content-Security-Policy':
          "default-src 'none'; img-src * data:; style-src 'unsafe-inline'; frame-ancestors 'none'",
        'X-Content-Type-Options': 'nosniff',
        'X-Robots-Tag': 'noindex',
        'Referrer-Policy': 'no-referrer',
      }
      const language = req.i18n.language === 'en' ? 'en' : 'de'
      if (!pages)
        return notice(req, crm, language, 'newsletter:viewGoneTitle', 'newsletter:viewGone', { status: 404 })
      return new Response(pages[language], {
        headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
      })
    },
  }
}

async function find(
  payload: Parameters<typeof readWebViewToken>[0],
  crm: Crm,
  id: string,
): Promise<FrozenCampaign['webPage'] | null> {
  const newsletter = (await payload.findByID({
    collection: crm.slugs.newsletters,
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  })) as { frozen?: FrozenCampaign | null; status?: NewsletterStatus; webView?: boolean | null } | null
  const isShown = newsletter?.webView === true && publishedStatuses.includes(newsletter.status ?? 'draft')
  return isShown ? (newsletter.frozen?.webPage ?? null) : null
}
