import type { Endpoint, PayloadRequest } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { csvLine } from '../../domain/csv.js'
import { say } from '../../i18n/translate.js'
import { wordReason } from '../../mail/ownReasons.js'
import { newsletterResults, resultRows } from '../../mail/newsletter/results.js'
import { findNewsletter } from './findNewsletter.js'

/** `GET /:id/results` counts what became of a newsletter over time; `GET /:id/results.csv` lists every recipient. */
export function newsletterResultEndpoints(crm: Crm): Endpoint[] {
  return [
    {
      path: '/:id/results',
      method: 'get',
      handler: async (req) => {
        const { id } = await findNewsletter(req, crm)
        const results = await newsletterResults(req.payload, crm, id)
        return Response.json(results, { headers: { 'Cache-Control': 'no-store' } })
      },
    },
    {
      path: '/:id/results.csv',
      method: 'get',
      handler: async (req) => {
        const { id } = await findNewsletter(req, crm)
        return new Response(toStream(table(req, crm, id)), {
          headers: {
            'Content-Type': 'text/csv; charset=utf-8',
            'Content-Disposition': `attachment; filename="newsletter-${id}.csv"`,
            'Cache-Control': 'no-store',
          },
        })
      },
    },
  ]
}

/** The mark at the beginning makes spreadsheets read umlauts. */
async function* table(req: PayloadRequest, crm: Crm, id: string | number): AsyncGenerator<string> {
  const head = [
    'field:to',
    'field:state',
    'field:sentAt',
    'field:attempts',
    'field:lastError',
    'field:bouncedAt',
    'field:unsubscribedAt',
    'tracking:openedAt',
    'tracking:clickedAt',
  ] as const
  yield `\uFEFF${csvLine(head.map((key) => say(req, key)))}`
  for await (const rows of resultRows(req.payload, crm, id))
    yield rows
      .map(({ state, ...row }) =>
        csvLine([
          row.email,
          say(req, `option:${state}`),
          row.sentAt,
          row.attempts,
          row.lastError && wordReason(req, row.lastError),
          row.bouncedAt,
          row.unsubscribedAt,
          row.openedAt,
          row.clickedAt,
        ]),
      )
      .join('')
}

function toStream(chunks: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}
