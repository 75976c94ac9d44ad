/** Reports as mail servers write them. */
const line = (text: string) => text.replace(/^\n/, '').replace(/\r?\n/g, '\r\n')

export interface ReportOptions {
  to?: string
  recipient: string
  action?: string
  status?: string
  diagnostic?: string
  messageId?: string
  envelopeId?: string
  /** Only the head of the original, as RFC 3462 allows. */
  headersOnly?: boolean
}

/** A delivery status notification in the shape of Postfix (RFC 3464). */
export function deliveryReport({
  action = 'failed',
  diagnostic = 'smtp; 550 5.1.1 <x>: Recipient address rejected: User unknown',
  envelopeId,
  headersOnly = false,
  messageId = '<unknown@elsewhere.test>',
  recipient,
  status = '5.1.1',
  to = 'bounces@mozaikoo.test',
}: ReportOptions): string {
  return line(`
Return-Path: <>
Received: from mx.kunde.test (mx.kunde.test [192.0.2.10])
\tby mail.mozaikoo.test (Postfix) id 4F1A2B3C4D
\tfor <${to}>; Tue, 24 Nov 2026 10:00:00 +0100 (CET)
Date: Tue, 24 Nov 2026 10:00:00 +0100 (CET)
From: MAILER-DAEMON@mx.kunde.test (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="4F1A2B3C4D.1/mx.kunde.test"
Message-Id: <20261124.${Math.random().toString(36).slice(2)}@mx.kunde.test>

This is a MIME-encapsulated message.

--4F1A2B3C4D.1/mx.kunde.test
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.kunde.test.

--4F1A2B3C4D.1/mx.kunde.test
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.kunde.test
${envelopeId ? `Original-Envelope-Id: ${envelopeId}\n` : ''}X-Postfix-Queue-ID: 4F1A2B3C4D
Arrival-Date: Tue, 24 Nov 2026 09:59:58 +0100 (CET)

Final-Recipient: rfc822; ${recipient}
Original-Recipient: rfc822;${recipient}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.kunde.test
Diagnostic-Code: ${diagnostic}

--4F1A2B3C4D.1/mx.kunde.test
Content-Description: Undelivered Message
Content-Type: ${headersOnly ? 'text/rfc822-headers' : 'message/rfc822'}

Return-Path: <${to}>
From: Muster <newsletter@mozaikoo.test>
To: ${recipient}
Subject: Neuigkeiten
Message-ID:
 ${messageId}
${headersOnly ? '' : '\nGuten Tag\n'}
--4F1A2B3C4D.1/mx.kunde.test--
`)
}

/** A complaint of a feedback loop (RFC 5965). */
export function complaint({
  feedbackType = 'abuse',
  mailFrom,
  messageId = '<unknown@elsewhere.test>',
  recipient,
}: {
  feedbackType?: string
  mailFrom?: string
  messageId?: string
  recipient: string
}): string {
  return line(`
From: <feedback@provider.test>
Date: Tue, 24 Nov 2026 10:00:00 +0100
Subject: FW: Neuigkeiten
To: <bounces@mozaikoo.test>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="part1_13d.2e68ed54_boundary"

--part1_13d.2e68ed54_boundary
Content-Type: text/plain; charset="US-ASCII"
Content-Transfer-Encoding: 7bit

This is an email abuse report.

--part1_13d.2e68ed54_boundary
Content-Type: message/feedback-report

Feedback-Type: ${feedbackType}
User-Agent: SomeGenerator/1.0
Version: 1
${mailFrom ? `Original-Mail-From: <${mailFrom}>\n` : ''}Original-Rcpt-To: <${recipient}>
Source-IP: 192.0.2.1

--part1_13d.2e68ed54_boundary
Content-Type: message/rfc822
Content-Disposition: inline

From: <newsletter@mozaikoo.test>
To: <${recipient}>
Subject: Neuigkeiten
Message-ID: ${messageId}

Guten Tag
--part1_13d.2e68ed54_boundary--
`)
}

/** What a person's absence says (RFC 3834): nothing about the mailbox. */
export const autoReply = line(`
From: Erika <erika@kunde.test>
To: bounces@mozaikoo.test
Subject: Abwesend: Neuigkeiten
Auto-Submitted: auto-replied
In-Reply-To: <crm-1-abc@mozaikoo.test>
Content-Type: text/plain; charset=utf-8

Ich bin bis Montag nicht da. 550 5.1.1 ist meine Zimmernummer.
`)
