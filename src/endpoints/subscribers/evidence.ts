import type { Endpoint, PayloadRequest } from 'payload'
import { NotFound } from 'payload'
import type { Crm } from '../../config/resolve.js'
import type { Language } from '../../i18n/translate.js'
import { translate } from '../../i18n/translate.js'
import { evidenceOf, type Evidence } from '../../subscription/evidence.js'
import { evidenceHtml } from '../../subscription/evidenceHtml.js'
import { evidencePdf } from '../../subscription/evidencePdf.js'
import { assertMarketing } from '../assertMarketing.js'
import { routeId } from '../routeId.js'

/** `GET /:id/evidence` and `/:id/evidence.pdf`: what is on record about a person, printable, also after a deletion. */
export function evidenceEndpoints(crm: Crm): Endpoint[] {
  return [
    {
      path: '/:id/evidence',
      method: 'get',
      handler: async (req) => {
        const evidence = await read(req, crm)
        return new Response(evidenceHtml(evidence, textsIn(evidence.language)), {
          headers: {
            ...sealed,
            'Content-Type': 'text/html; charset=utf-8',
            'Content-Security-Policy':
              "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
          },
        })
      },
    },
    {
      path: '/:id/evidence.pdf',
      method: 'get',
      handler: async (req) => {
        const evidence = await read(req, crm)
        const pdf = await evidencePdf(evidence, textsIn(evidence.language))
        const disposition = `inline; filename="evidence-${routeId(req)}.pdf"`
        return new Response(new Uint8Array(pdf), {
          headers: { ...sealed, 'Content-Type': 'application/pdf', 'Content-Disposition': disposition },
        })
      },
    },
  ]
}

const sealed = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }

const textsIn = (language: Language) => ({
  history: translate(language, 'consent:evidenceHistory'),
  person: translate(language, 'consent:evidencePerson'),
  state: translate(language, 'consent:evidenceState'),
})

/** @throws Forbidden without the right, NotFound when nothing is on record */
async function read(req: PayloadRequest, crm: Crm): Promise<Evidence> {
  assertMarketing(req, crm)
  const evidence = await evidenceOf(req.payload, crm, routeId(req), req.i18n.language === 'en' ? 'en' : 'de')
  if (!evidence) throw new NotFound(req.t)
  return evidence
}
