import type { Crm } from '../../config/resolve.js'
import type { DescriptionTable, EndpointDescription } from '../../openapi/describe.js'
import { object, orNull, ref, type Schema } from '../../openapi/schema.js'

const text: Schema = { type: 'string' }
const count: Schema = { type: 'integer', minimum: 0 }
const instant: Schema = { type: 'string', format: 'date-time' }
const id: Schema = { type: ['integer', 'string'] }
const language: Schema = { type: 'string', enum: ['de', 'en'] }
const list = (items: Schema): Schema => ({ type: 'array', items })
const states: Schema = { type: 'object', additionalProperties: count }

const reactions = object({
  mode: { type: 'string', enum: ['anonymous', 'consented'] },
  opens: count,
  clicks: count,
  days: list(object({ day: { type: 'string', format: 'date' }, opens: count, clicks: count })),
  links: list(object({ url: text, clicks: count })),
  people: object({ recipients: count, opened: count, clicked: count }),
})

/** What the routes of the newsletters take and answer, by method and path. */
export function newsletterDescriptions(crm: Crm): DescriptionTable {
  const newsletter = object({ doc: ref(crm.slugs.newsletters) })
  const move = (name: string, summary: EndpointDescription['summary'], body?: Schema) => ({
    name,
    summary,
    answers: { 200: newsletter },
    errors: [409],
    ...(body ? { body, bodyOptional: true } : {}),
  })
  return {
    'post /:id/send': move('send', 'api:sendNewsletter'),
    'post /:id/schedule': move(
      'schedule',
      'api:scheduleNewsletter',
      object({ scheduledAt: instant }, ['scheduledAt']),
    ),
    'post /:id/pause': move('pause', 'api:pauseNewsletter'),
    'post /:id/resume': move('resume', 'api:resumeNewsletter'),
    'post /:id/cancel': move('cancel', 'api:cancelNewsletter'),
    'post /:id/send-missing': move(
      'sendMissing',
      'api:sendMissing',
      object({ includeUnknown: { type: 'boolean' } }, ['includeUnknown']),
    ),
    'post /:id/decide-unknown': {
      name: 'decideUnknown',
      summary: 'api:decideUnknown',
      body: object({ decision: { type: 'string', enum: ['settle', 'retry'] } }),
      answers: { 200: object({ decided: count, doc: ref(crm.slugs.newsletters) }) },
    },
    'get /:id/progress': {
      name: 'progress',
      summary: 'api:newsletterProgress',
      answers: {
        200: object(
          {
            name: text,
            template: { type: 'boolean' },
            status: text,
            scheduledAt: orNull(instant),
            run: { type: 'object' },
            webUrl: orNull(text),
            recipients: count,
            states,
            doubts: orNull(object({ workerStopped: count, lineBroken: count })),
            standstill: orNull(object({ cause: text, count, until: instant }, ['count', 'until'])),
            secondsLeft: count,
          },
          ['run'],
        ),
      },
    },
    'get /:id/preview': {
      name: 'preview',
      summary: 'api:previewNewsletter',
      query: { subscriber: id, language, part: { type: 'string', enum: ['html', 'text', 'json'] } },
      answers: { 200: { mediaType: 'text/html' } },
    },
    'post /:id/test': {
      name: 'test',
      summary: 'api:testNewsletter',
      body: object({ to: { type: 'string', format: 'email' }, subscriber: id, language }, [
        'subscriber',
        'language',
      ]),
      answers: { 202: object({ to: text, standstill: orNull(object({ cause: text })) }) },
    },
    'post /audience': {
      name: 'audience',
      summary: 'api:countAudience',
      body: object({ definition: orNull({ type: 'object' }) }),
      answers: {
        200: object({
          count,
          languages: list(language),
          excluded: list(object({ reason: text, count, label: text })),
          sample: list(
            object({ id, email: text, name: text, company: orNull(text), language: orNull(text) }),
          ),
        }),
      },
    },
    'get /audience-values': {
      name: 'audienceValues',
      summary: 'api:audienceValues',
      answers: { 200: object({ tags: list(text), cities: list(text) }) },
    },
    'get /:id/preflight': {
      name: 'preflight',
      summary: 'api:preflightNewsletter',
      query: { links: { type: 'boolean' } },
      answers: {
        200: object({
          light: { type: 'string', enum: ['green', 'yellow', 'red'] },
          recipients: count,
          sending: object({
            perSecond: orNull(count),
            perMinute: orNull(count),
            perHour: orNull(count),
            perDay: orNull(count),
            canarySize: count,
            canaryPercent: { type: 'number' },
          }),
          findings: list(
            object(
              {
                check: text,
                light: text,
                what: text,
                title: text,
                message: text,
                values: { type: 'object' },
              },
              ['values'],
            ),
          ),
        }),
      },
    },
    'get /:id/results': {
      name: 'results',
      summary: 'api:newsletterResults',
      answers: {
        200: object({
          recipients: count,
          states,
          unsubscribed: count,
          step: { type: 'string', enum: ['minute', 'hour', 'day'] },
          series: list(object({ at: instant, delivered: count, bounced: count, unsubscribed: count })),
          reactions: orNull(reactions),
        }),
      },
    },
    'get /:id/results.csv': {
      name: 'resultsCsv',
      summary: 'api:newsletterResultsCsv',
      answers: { 200: { mediaType: 'text/csv' } },
    },
  }
}
