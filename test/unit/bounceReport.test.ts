import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failureKind } from '../../src/domain/bounce.js'
import { parseReport } from '../../src/mail/bounces/parseReport.js'
import { autoReply, complaint, deliveryReport } from '../support/reports.js'

const recipient = 'erika@kunde.test'

describe('a delivery report', () => {
  it.each([true, false])(
    'says who, why, and which mail it was (only the head came back: %s)',
    async (headersOnly) => {
      const to = 'bounces+17-0123456789abcdef@mozaikoo.test'
      const messageId = '<crm-17-abc@mozaikoo.test>'
      const reports = await parseReport(
        deliveryReport({ to, recipient, messageId, envelopeId: 'env-17', headersOnly }),
      )
      expect(reports).toEqual([
        {
          kind: 'hard',
          recipient,
          statusCode: '5.1.1',
          diagnostic: '550 5.1.1 <x>: Recipient address rejected: User unknown',
          addresses: [to],
          messageIds: [messageId],
          envelopeId: 'env-17',
        },
      ])
    },
  )

  it.each([
    ['5.1.1', 'hard'],
    ['5.1.10', 'hard'],
    ['5.2.1', 'hard'],
    ['5.4.4', 'hard'],
    ['550', 'hard'],
    ['4.2.2', 'soft'],
    ['4.4.7', 'soft'],
    ['5.2.2', 'soft'],
    ['5.3.4', 'soft'],
    ['5.7.1', 'soft'],
    [null, 'soft'],
  ])('with %s is %s', (code, kind) => expect(failureKind(code)).toBe(kind))

  it('takes the exact code from the reply when the server gives a general one or none', async () => {
    const code = async (status: string, diagnostic: string) =>
      (await parseReport(deliveryReport({ recipient, status, diagnostic })))[0]?.statusCode
    expect(await code('5.0.0', 'smtp; 550 5.2.2 mailbox full')).toBe('5.2.2')
    expect(await code('5.0.0', 'smtp; 550 no such user')).toBe('5.0.0')
    expect(await code('', 'smtp; 550-no such user')).toBe('550')
    expect(await code('5.1.1 (bad destination)', 'x-unix; unknown')).toBe('5.1.1')
  })

  it.each(['delayed', 'delivered', 'relayed', 'expanded'])(
    'of an action "%s" is no failure',
    async (action) => {
      expect(await parseReport(deliveryReport({ recipient, action }))).toEqual([])
    },
  )

  it('speaks of each of its recipients', async () => {
    const second = 'Final-Recipient: rfc822; <max@kunde.test>\r\nAction: FAILED\r\nStatus: 4.4.1\r\n\r\n'
    const report = deliveryReport({ recipient }).replace('Final-Recipient', `${second}Final-Recipient`)
    expect((await parseReport(report)).map(({ kind, recipient }) => [recipient, kind])).toEqual([
      ['max@kunde.test', 'soft'],
      [recipient, 'hard'],
    ])
  })
})

describe('a complaint', () => {
  it('says who complained about which mail', async () => {
    const mailFrom = 'bounces+9-0123456789abcdef@mozaikoo.test'
    const [report] = await parseReport(
      complaint({ recipient, mailFrom, messageId: '<crm-9-x@mozaikoo.test>' }),
    )
    expect(report).toMatchObject({ kind: 'complaint', recipient, messageIds: ['<crm-9-x@mozaikoo.test>'] })
    expect(report?.addresses).toContain(mailFrom)
  })

  it.each(['not-spam', 'auth-failure', 'virus'])('of the type "%s" is none', async (feedbackType) => {
    expect(await parseReport(complaint({ recipient, feedbackType }))).toEqual([])
  })
})

describe('anything else', () => {
  it('is no report: an auto-reply, a plain mail, and whatever bytes come', async () => {
    expect(await parseReport(autoReply)).toEqual([])
    expect(await parseReport('Subject: Action: failed\r\n\r\nStatus: 5.1.1\r\n')).toEqual([])
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.nat(), async (noise, at) => {
        const report = deliveryReport({ recipient })
        const cut = at % report.length
        expect(Array.isArray(await parseReport(report.slice(0, cut) + noise + report.slice(cut)))).toBe(true)
        expect(await parseReport(noise)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
