/** Who answers what, as the programs of people write it. */
export interface Answered {
  from: string
  uid: string
  sequence: number
  partstat: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED'
  /** Whom the answer speaks for, where that is not who sends it. */
  attendee?: string
  /** The one time of several that is answered, as clocks in Berlin show it: '20270404T100000'. */
  time?: string
}
export type Program = keyof typeof programs

/** In spring 2027 clocks in Berlin are two hours ahead from 28 March on. */
const inUtc = (time: string) =>
  `${time.slice(0, 9)}${String(Number(time.slice(9, 11)) - (time >= '20270328' ? 2 : 1)).padStart(2, '0')}${time.slice(11)}Z`

/** Answers to invitations in the shape in which three programs send them: their headers, parts, encodings and orders differ. */
export const programs = {
  /** Google Calendar: three alternatives and the file beside them, in base64. */
  google: ({ from, uid, sequence, partstat, attendee = from, time }: Answered) => {
    const file = `BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REPLY
BEGIN:VEVENT
DTSTART:20270328T080000Z
DTEND:20270328T090000Z
DTSTAMP:20270301T101112Z
ORGANIZER;CN=Lena Brandt:mailto:lotse@example.org
UID:${uid}${time ? `\nRECURRENCE-ID:${inUtc(time)}` : ''}
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};CN=${attendee};X-NUM-GUESTS=0:mailto:${attendee}
CREATED:20270301T101010Z
LAST-MODIFIED:20270301T101112Z
LOCATION:
SEQUENCE:${sequence}
STATUS:CONFIRMED
SUMMARY:Auswertung der Runde
TRANSP:OPAQUE
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n')
    const encoded = Buffer.from(file).toString('base64')
    return `MIME-Version: 1.0
Sender: Google Calendar <calendar-notification@google.com>
Message-ID: <calendar-1@google.com>
Subject: Accepted: Auswertung der Runde
From: "Amara Okafor" <${from}>
To: lotse@example.org
Content-Type: multipart/mixed; boundary="outer"

--outer
Content-Type: multipart/alternative; boundary="inner"

--inner
Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes
Content-Transfer-Encoding: base64

QW1hcmEgaGFzIGFjY2VwdGVkIHRoaXMgaW52aXRhdGlvbi4=
--inner
Content-Type: text/html; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

<p>Amara has accepted this invitation.</p>
--inner
Content-Type: text/calendar; charset="UTF-8"; method=REPLY
Content-Transfer-Encoding: 7bit

${file}
--inner--

--outer
Content-Type: application/ics; name="invite.ics"
Content-Disposition: attachment; filename="invite.ics"
Content-Transfer-Encoding: base64

${encoded}
--outer--
`
  },
  /** Outlook: one text/calendar beside the text, lines folded with tabs, its own properties, MAILTO in capitals. */
  outlook: ({ from, uid, sequence, partstat, attendee = from, time }: Answered) => `From: Amara Okafor <${from}>
To: Lena Brandt <lotse@example.org>
Subject: =?utf-8?B?WnVnZXNhZ3Q6IEF1c3dlcnR1bmc=?=
Thread-Topic: Auswertung
Message-ID: <AM0PR01@eurprd01.prod.exchangelabs.com>
Content-Type: multipart/alternative; boundary="_000_AM0PR01_"
MIME-Version: 1.0

--_000_AM0PR01_
Content-Type: text/plain; charset="us-ascii"

--_000_AM0PR01_
Content-Type: text/calendar; charset="utf-8"; method=REPLY
Content-Transfer-Encoding: base64

${Buffer.from(
  `BEGIN:VCALENDAR
METHOD:REPLY
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT=${partstat};CN=Amara
 Okafor:MAILTO:${attendee.toUpperCase()}
COMMENT;LANGUAGE=de-DE:\\n
UID:${uid}${time ? `\nRECURRENCE-ID;TZID=W. Europe Standard Time:${time}` : ''}
SUMMARY;LANGUAGE=de-DE:Zugesagt: Auswertung der Runde
DTSTART;TZID=W. Europe Standard Time:20270328T100000
DTEND;TZID=W. Europe Standard Time:20270328T110000
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:20270301T101112Z
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:${sequence}
LOCATION;LANGUAGE=de-DE:Raum 3
X-MICROSOFT-CDO-APPT-SEQUENCE:${sequence}
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n'),
).toString('base64')}
--_000_AM0PR01_--
`,
  /** Apple: nothing but the calendar, in quoted-printable, the attendee folded. */
  apple: ({ from, uid, sequence, partstat, attendee = from, time }: Answered) => `From: Amara Okafor <${from}>
To: "Lena Brandt" <lotse@example.org>
Subject: Accepted
Message-Id: <5B1C@example.org>
Mime-Version: 1.0 (iCal)
Content-Type: multipart/mixed; boundary="Apple-Mail"

--Apple-Mail
Content-Type: text/plain; charset=us-ascii

Amara Okafor hat die Einladung beantwortet.
--Apple-Mail
Content-Type: text/calendar; method=REPLY; charset=UTF-8; name=iCal.ics
Content-Disposition: attachment; filename=iCal.ics
Content-Transfer-Encoding: quoted-printable

BEGIN:VCALENDAR
METHOD:REPLY
PRODID:-//Apple Inc.//macOS 15.0//EN
VERSION:2.0
BEGIN:VEVENT
UID:${uid}${time ? `\nRECURRENCE-ID;TZID=3DEurope/Berlin:${time}` : ''}
DTSTAMP:20270301T101112Z
ORGANIZER;CN=3D"Lena Brandt":mailto:lotse@example.org
SEQUENCE:${sequence}
ATTENDEE;CN=3D"Amara Okafor";CUTYPE=3DINDIVIDUAL;EMAIL=3D"${attendee}";PARTSTAT=
=3D${partstat}:mailto:${attendee}
END:VEVENT
END:VCALENDAR
--Apple-Mail--
`,
}
