import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { bouncedIn } from './bounce.ts'

const id = '0193a5c2-0000-7000-8000-000000000001@lotse.example.org'
/** As Postfix writes it. */
const report = (
  action: string,
  type = 'multipart/report; report-type=delivery-status',
) => `From: MAILER-DAEMON@mail.example.org (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: lotse@example.org
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: ${type}; boundary="b1"

--b1
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--b1
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org
Arrival-Date: Mon, 23 Nov 2026 04:00:00 +0000 (UTC)

Final-Recipient: rfc822; nobody@example.net
Action: ${action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b1
Content-Description: Undelivered Message
Content-Type: message/rfc822

From: Nordwerk <lotse@example.org>
Message-ID: <${id}>
Subject: Einladung

Worte
--b1--
`
const read = async (...given: Parameters<typeof report>) => bouncedIn(await simpleParser(report(...given)))

test('a report names the letter that was lost for good', async () => {
  expect(await read('failed')).toBe(id)
})

test('what is only late is not lost, and other letters are no reports', async () => {
  expect(await read('delayed')).toBeUndefined()
  expect(await read('failed', 'multipart/mixed')).toBeUndefined()
  expect(bouncedIn(await simpleParser('Subject: Hallo\n\nAction: failed\nMessage-ID: <x@y>\n'))).toBeUndefined()
})
