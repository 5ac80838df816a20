import { sql } from 'kysely'
import { titlesOfJourneys } from '#journey/queries/own.ts'
import { originAt } from '#organisation/organisation.ts'
import type { DueLine, ReminderKind } from '#person/rules/due-line.ts'
import { dayIn } from '#platform/clock.ts'
import { asJob, asPersonOf, type PersonDb } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import { queueLetter } from '#platform/mail/mail.ts'
import { hashOf, newToken } from '#platform/sign-in/token.ts'
import { type Addressee, choicesOfPerson, peopleDue, type Somebody, takeAddressee, toldBefore } from '../queries/digest.ts'
import { dueLines } from '../queries/due-lines.ts'
import { maySendNow, nextLook, type Summary, summaryOf } from '../rules/summary.ts'
import { digestLetter } from './letter.ts'

/** So many people are looked up at once, and so often in one round; the next round is a quarter of an hour later. */
const atOnce = 200
const mostTimes = 50

interface Round {
  /** The address of the installation. */
  origin: string
  now: Date
  onFailure?: (error: unknown) => void
}

/**
 * Sends the summaries of all people whose hour has come. Each person is one transaction: broken off anywhere, it was not, and the next round does it.
 * Somebody with whom it fails is tried again in an hour and keeps nobody else waiting.
 */
export async function sendDigests(database: Database, { origin, now, onFailure = () => undefined }: Round): Promise<void> {
  for (let times = 0; times < mostTimes; times++) {
    const people = await peopleDue(database, now, atOnce)
    for (const person of people) {
      try {
        await asPersonOf(database, person, (db) => lookAtPerson(db, { origin, now }))
      } catch (error) {
        onFailure(error)
        await lookAgain(database, person, new Date(now.getTime() + 3_600_000))
      }
    }
    if (people.length < atOnce) return
  }
}

async function lookAtPerson(db: PersonDb, { origin, now }: Pick<Round, 'origin' | 'now'>): Promise<void> {
  const to = await takeAddressee(db, now)
  if (!to) return
  const when = { now, timeZone: to.timeZone, rhythm: to.rhythm, rest: to.rest, digest: to.digest }
  const looks = to.isConfirmed && maySendNow(when)
  const sent = looks && (await sendSummary(db, to, { origin, now }))
  const digest = sent ? { ...to.digest, lastSentAt: now } : to.digest
  const next = nextLook({ ...when, digest }, looks || !to.isConfirmed) ?? (digest.often === 'off' ? null : aWeekLater(now))
  await sql`update digest_choice set next_at = ${next}::timestamptz
    where organisation_id = my_organisation() and person_id = me()`.execute(db)
}

/** Whoever has no learning time at all may have one next week. */
const aWeekLater = (now: Date) => new Date(now.getTime() + 7 * 24 * 3_600_000)

async function sendSummary(db: PersonDb, to: Addressee, { origin, now }: Pick<Round, 'origin' | 'now'>): Promise<boolean> {
  const today = dayIn(to.timeZone, now)
  const asked = { now, today, timeZone: to.timeZone, rhythm: to.rhythm }
  const [due, told, { choices, asked: askedAbout }] = await Promise.all([dueLines(db, asked), toldBefore(db), choicesOfPerson(db)])
  const summary = summaryOf({ due, told, choices, asked: askedAbout, now })
  await noteOutcomes(db, told, summary.told)
  await noteAboutKinds(db, summary, now)
  if (summary.news.length + summary.reminders.length === 0) return false
  const token = newToken()
  await noteDigest(db, summary, { today, token, now })
  const titles = to.titles ? await titlesOfJourneys(db, journeysIn(summary)) : new Map<string, string>()
  await queueLetter(db, to.email, digestLetter({ to, summary, titles, origin: originAt(origin, to.organisation.host), token, now }))
  return true
}

const journeysIn = ({ news, reminders }: Summary) => [...news, ...reminders].flatMap(({ journeyId }) => journeyId ?? [])

async function noteDigest(db: PersonDb, { news, reminders }: Summary, { today, token, now }: { today: string; token: string; now: Date }) {
  const id = newId()
  await sql`insert into digest (organisation_id, id, person_id, day, sent_at, token_hash, only_reminders)
    values (my_organisation(), ${id}::uuid, me(), ${today}::date, ${now}::timestamptz, ${hashOf(token)}, ${news.length === 0})`.execute(db)
  const lines = [...news, ...reminders].map(({ kind, subjectId, journeyId }: DueLine) => ({
    kind,
    subject_id: subjectId,
    journey_id: journeyId,
  }))
  await sql`insert into digest_line (organisation_id, digest_id, kind, subject_id, journey_id)
    select my_organisation(), ${id}::uuid, l.kind, l.subject_id, l.journey_id
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(kind text, subject_id uuid, journey_id uuid)`.execute(db)
}

type ToldBefore = Awaited<ReturnType<typeof toldBefore>>[number]

async function noteOutcomes(db: PersonDb, before: readonly ToldBefore[], after: Summary['told']): Promise<void> {
  const changed = before.flatMap((one, index) => {
    const { outcome } = after[index]!
    return outcome === one.outcome ? [] : [{ digest_id: one.digestId, kind: one.kind, subject_id: one.subjectId, outcome }]
  })
  if (changed.length === 0) return
  await sql`update digest_line l set outcome = n.outcome
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as n(digest_id uuid, kind text, subject_id uuid, outcome text)
    where l.organisation_id = my_organisation() and l.digest_id = n.digest_id and l.kind = n.kind and l.subject_id = n.subject_id`.execute(
    db,
  )
}

async function noteAboutKinds(db: PersonDb, { asksAbout, stops }: Summary, now: Date): Promise<void> {
  const note = (kind: ReminderKind, what: 'asked' | 'stopped') =>
    what === 'asked'
      ? sql`insert into reminder_choice (organisation_id, person_id, kind, chosen_at, asked_at)
          values (my_organisation(), me(), ${kind}, to_timestamp(0), ${now}::timestamptz)
          on conflict (organisation_id, person_id, kind) do update set asked_at = excluded.asked_at`.execute(db)
      : sql`insert into reminder_choice (organisation_id, person_id, kind, often, chosen_at)
          values (my_organisation(), me(), ${kind}, 'stopped', ${now}::timestamptz)
          on conflict (organisation_id, person_id, kind) do update set often = 'stopped', chosen_at = excluded.chosen_at`.execute(db)
  for (const kind of asksAbout) await note(kind, 'asked')
  for (const kind of stops) await note(kind, 'stopped')
}

async function lookAgain(database: Database, { organisationId, personId }: Somebody, at: Date): Promise<void> {
  await asJob(database, (db) =>
    sql`update digest_choice set next_at = ${at}::timestamptz
      where organisation_id = ${organisationId}::uuid and person_id = ${personId}::uuid and next_at is not null`.execute(db),
  )
}
