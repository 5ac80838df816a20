import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'
import { occurrencesOf } from '../../src/scheduling/rules/recurrence.ts'
import type { Recurrence } from '../../src/scheduling/scheduling.ts'
import { changeTo } from '../../src/sharing/rules/shared-text.ts'
import type { Cast, DemoPerson } from './world.ts'

/** A moment that many days from today, at a full hour by the clock of the demo world. */
const at = (days: number, hour: number, minute = 0) => {
  const day = new Date(Date.now() + days * 86_400_000)
  // Nobody meets on a weekend.
  while (day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() + (days < 0 ? -1 : 1))
  day.setUTCHours(hour - 1, minute, 0, 0)
  return day
}

const notes = `Was seit dem letzten Mal war
- Zwei Übergaben mit den drei Fragen. Bei der ersten hat Ute gelacht, bei der zweiten mitgeschrieben.
- Die Zettel am Bildschirm halten nicht, das Heft wird gelesen.

Woran es hängt
- Vor dem Schichtführer traut sich Amara die dritte Frage nicht. Es ist nicht die Frage, es ist die Stimme davor.

Nächster Versuch: die dritte Frage zuerst stellen.`

interface Meeting {
  title: string
  place: string
  state: 'planned' | 'held'
  host: DemoPerson
  others: DemoPerson[]
  aboutJourney: boolean
  items: { suggestion?: string; by?: DemoPerson; text?: string; done?: boolean }[]
}

/** Amara and Lena: a session that was held, one that waits for a time, and one next week. */
export async function fillSessions(client: pg.Client, cast: Cast): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select j.id from journey j join membership m on m.organisation_id = j.organisation_id and m.audience_id = j.id
     where j.learner_id = $1 and j.phase = 'try' and m.person_id = $2`,
    [cast.amara, cast.lena],
  )
  const insert = async (table: string, values: Record<string, unknown>) => {
    const row = { organisation_id: cast.organisationId, ...values }
    const columns = Object.keys(row)
    await client.query(`insert into ${table} (${columns}) values (${columns.map((_, index) => `$${index + 1}`)})`, Object.values(row))
  }
  const write = (sessionId: string, subjectId: string, field: string, author: DemoPerson, body: string) =>
    insert('passage', {
      id: newId(),
      context_id: sessionId,
      subject_id: subjectId,
      field,
      author_id: cast[author],
      audience_id: sessionId,
      body,
    })

  const meet = async ({ title, place, state, host, others, aboutJourney, items }: Meeting, begun?: Date): Promise<string> => {
    const id = newId()
    for (const person of [host, ...others])
      await insert('membership', {
        id: newId(),
        audience_id: id,
        person_id: cast[person],
        role: person === host ? 'host' : 'member',
        reads_from: at(-20, 9),
        granted_by: cast[host],
      })
    await insert('session', {
      id,
      journey_id: aboutJourney ? rows[0]?.id : null,
      kind: others.length > 1 ? 'group' : 'one_to_one',
      created_by: cast[host],
      state,
      made_at: begun ?? new Date(),
      began_at: begun ?? null,
      ended_at: begun ? new Date(begun.getTime() + 50 * 60_000) : null,
    })
    await write(id, id, 'title', host, title)
    await write(id, id, 'place', host, place)
    await insert('shared_text', { id, audience_id: id })
    for (const [position, { suggestion, by, text, done }] of items.entries()) {
      const itemId = newId()
      await insert('session_item', {
        id: itemId,
        session_id: id,
        position,
        suggestion: suggestion ?? null,
        done_at: done ? (begun ?? new Date()) : null,
      })
      if (by && text) await write(id, itemId, 'item', by, text)
    }
    return id
  }

  const appointment = async (id: string, host: DemoPerson, startsAt: Date | null, times: Date[], recurrence: Recurrence | null = null) => {
    await insert('appointment', {
      id,
      context_id: id,
      kind: 'session',
      organiser_id: cast[host],
      time_zone: 'Europe/Berlin',
      minutes: 60,
      starts_at: startsAt,
      state: startsAt ? 'booked' : 'proposed',
      recurrence: recurrence && JSON.stringify(recurrence),
    })
    for (const time of times) {
      const timeId = newId()
      await insert('appointment_time', { id: timeId, appointment_id: id, proposed_by: cast[host], starts_at: time, minutes: 60 })
      await insert('time_answer', { time_id: timeId, person_id: cast[host], answer: 'yes' })
    }
  }

  const begun = at(-9, 14)
  const held = await meet(
    {
      title: 'Nach zwei Wochen: was trägt',
      place: 'Besprechungsraum 2',
      state: 'held',
      host: 'lena',
      others: ['amara'],
      aboutJourney: true,
      items: [
        { suggestion: 'arrive', done: true },
        { suggestion: 'trying', done: true },
        { by: 'amara', text: 'Was mache ich, wenn niemand mitschreibt?', done: true },
        { by: 'lena', text: 'Wen außer der eigenen Schicht betrifft das noch?' },
      ],
    },
    begun,
  )
  await insert('shared_text_change', { shared_text_id: held, number: 1, content: Buffer.from(changeTo([], notes)!) })
  await client.query('update shared_text set last_change = 1 where id = $1', [held])
  const hatId = newId()
  await insert('hat_segment', {
    id: hatId,
    session_id: held,
    person_id: cast.lena,
    hat: 'coaching',
    minutes: 30,
    asked_at: new Date(begun.getTime() + 14 * 60_000),
    answered_at: new Date(begun.getTime() + 15 * 60_000),
    started_at: new Date(begun.getTime() + 15 * 60_000),
    ended_at: new Date(begun.getTime() + 38 * 60_000),
  })
  await write(held, hatId, 'hatPurpose', 'lena', 'Was die dritte Frage so schwer macht')
  const agreed = [
    ['amara', 'Die dritte Frage zuerst stellen, drei Übergaben lang', at(2, 9)],
    ['lena', 'Ute bitten, einmal nur zuzuhören', null],
  ] as const
  for (const [by, text, byWhen] of agreed) {
    const id = newId()
    await insert('session_agreement', { id, session_id: held, made_by: cast[by], made_at: begun, by_when: byWhen })
    await write(held, id, 'agreement', by, text)
  }

  const waiting = await meet({
    title: 'Vor der Auswertung',
    place: 'https://video.nordwerk.example/lena',
    state: 'planned',
    host: 'lena',
    others: ['amara'],
    aboutJourney: true,
    items: [{ suggestion: 'arrive' }, { by: 'lena', text: 'Wen außer der eigenen Schicht betrifft das noch?' }, { suggestion: 'trying' }],
  })
  await appointment(waiting, 'lena', null, [at(9, 9), at(10, 15, 30), at(13, 11)])

  const next = await meet({
    title: 'Lernen bei der Arbeit: wer macht mit?',
    place: 'Kantine, Tisch am Fenster',
    state: 'planned',
    host: 'amara',
    others: ['lena', 'jonas'],
    aboutJourney: false,
    items: [{ suggestion: 'arrive' }, { by: 'amara', text: 'Wie oft wollen wir uns treffen?' }],
  })
  const series = { startsAt: at(6, 12), timeZone: 'Europe/Berlin', minutes: 60, recurrence: { weeks: 2 }, exceptions: [] }
  await appointment(next, 'amara', series.startsAt, [], series.recurrence)
  await insert('attendance', { appointment_id: next, person_id: cast.lena, answer: 'accepted', by: 'mail' })
  const [, second, third] = occurrencesOf(series, new Date(), 3)
  await insert('appointment_exception', { appointment_id: next, recurs_at: second!.recursAt, starts_at: null, minutes: 60 })
  const later = new Date(third!.startsAt.getTime() + 27 * 3_600_000)
  await insert('appointment_exception', { appointment_id: next, recurs_at: third!.recursAt, starts_at: later, minutes: 45 })
}
