import { newId } from '#platform/ids.ts'
import type { Cast } from '../cast.ts'
import { type plantAlso, store } from './world.ts'

type Plant = ReturnType<typeof plantAlso>
const past = '2026-01-05T08:00:00Z'
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const soon = inDays(40)

/** What Lena arranges with Amara: one appointment with times to choose from, one that is booked, one that she called off. */
export async function plantAppointments(plant: Plant, { amara, lena, owner }: Cast): Promise<void> {
  const o = { organisation_id: amara.organisationId }
  const context_id = newId()
  const member = { ...o, audience_id: context_id, reads_from: past, granted_by: lena.personId }
  const joins = { actor: 'granted_by', change: 'until = now()' }
  await plant('Lena is host', 'membership', { ...member, id: newId(), person_id: lena.personId, role: 'host' }, joins)
  await plant(
    'Amara is her guest',
    'membership',
    { ...member, id: newId(), person_id: amara.personId, role: 'member' },
    { ...joins, actor: 'granted_by' },
  )
  const appointment = { ...o, context_id, kind: 'session', organiser_id: lena.personId, time_zone: 'Europe/Berlin', minutes: 60 }
  const moves = { actor: 'organiser_id', change: 'minutes = 45' }
  const open = await plant('an appointment without its time', 'appointment', { ...appointment, id: newId() }, moves)
  const booked = await plant(
    'a booked appointment',
    'appointment',
    { ...appointment, id: newId(), state: 'booked', starts_at: soon },
    moves,
  )
  await plant('a cancelled appointment', 'appointment', { ...appointment, id: newId(), state: 'cancelled', starts_at: soon }, moves)
  const time = { ...o, proposed_by: lena.personId, starts_at: soon, minutes: 60 }
  const proposes = { actor: 'proposed_by', asNew: { starts_at: inDays(70) } }
  const time_id = await plant('a time to choose', 'appointment_time', { ...time, id: newId(), appointment_id: open }, proposes)
  const chosen = await plant('the time that was chosen', 'appointment_time', { ...time, id: newId(), appointment_id: booked }, proposes)
  const answers = { actor: 'person_id', change: "answer = 'no'" }
  const hers = { ...o, person_id: amara.personId }
  await plant('that she could come', 'time_answer', { ...hers, time_id, answer: 'yes' }, answers)
  await plant('that she could come then', 'time_answer', { ...hers, time_id: chosen, answer: 'yes' }, answers)
  const weekly = { state: 'booked', starts_at: soon, recurrence: '{"weeks":1}' }
  const series = await store(owner, 'appointment', { ...appointment, id: newId(), ...weekly })
  const otherwise = { ...o, appointment_id: series.id!, recurs_at: soon, starts_at: null, minutes: 60 }
  await plant('one time of what recurs that falls out', 'appointment_exception', otherwise, {
    change: 'minutes = 45',
    asNew: { recurs_at: '2027-02-02T09:00:00Z' },
  })
  const says = { actor: 'person_id', change: "answer = 'declined', by = 'page'" }
  await plant('that she comes', 'attendance', { ...hers, appointment_id: booked, answer: 'accepted', by: 'page' }, says)
  const told = { ...hers, sequence: 0, minutes: 60, time_zone: 'Europe/Berlin' }
  await plant('what her calendar was told', 'calendar_invitation', { ...told, appointment_id: booked, starts_at: soon })
  await plant('what it was told long ago', 'calendar_invitation', { ...told, appointment_id: newId(), starts_at: past })
  await plant(
    'where her calendar looks',
    'calendar_feed',
    { ...hers, token_hash: `\\x${'ab'.repeat(32)}` },
    {
      actor: 'person_id',
      change: 'with_titles = true',
    },
  )
}
