import type pg from 'pg'
import { newId } from '#platform/ids.ts'
import { hashPassword } from '#platform/sign-in/password.ts'
import { type Cast, cast, type Person } from '../cast.ts'
import { plantAppointments } from './appointments.ts'
import { plantDirectory } from './directory.ts'
import { plantPractice } from './practice.ts'
import { plantScans } from './scans.ts'
import { plantSession } from './sessions.ts'

type Cell = string | number | boolean | string[] | null
type Row = Record<string, Cell>

/** One row in the database, and what somebody would do to it. */
export interface Planted {
  name: string
  table: string
  /** Every column as text, as the owner sees it. */
  stored: Record<string, string | null>
  /** The column that says whose deed a new row of this kind is. */
  actor: string | null
  /** How a new row beside this one differs from it. */
  asNew: Row
  /** The smallest change that makes sense, as the right side of `update … set`. */
  change: string | null
}

export interface World {
  cast: Cast
  /** Lena's colleague, who accompanies the same journey. */
  rahel: Person
  /** Accompanied it until yesterday. */
  milan: Person
  /** Accepted the invitation; the journey is not open to him yet. */
  paul: Person
  planted: Planted[]
}

interface Deeds {
  actor?: string
  asNew?: Row
  change?: string
}
const usual = ({ organisationId, personId }: Person) => ({
  organisation_id: organisationId,
  person_id: personId,
  learning_days: '{1,2,3,4,5}',
  learning_from: '08:00',
  learning_to: '17:00',
  daily: false,
  weekly: true,
  weekly_day: 5,
  weekly_at: '14:00',
  after_step: true,
})
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const soon = inDays(1)
const past = '2026-01-05T08:00:00Z'
const bytes = (text: string) => `\\x${Buffer.from(text).toString('hex').padEnd(64, '0')}`

/** One row at least in every table: Amara's journey with all that is private, open, shared, drafted and over, and what surrounds it. */
export async function world(): Promise<World> {
  const all = await cast()
  const planted: Planted[] = []
  const plant = plantAlso(all.owner, planted)
  const o = { organisation_id: all.amara.organisationId }
  const colleague = async (name: string): Promise<Person> => {
    const personId = newId()
    await store(all.owner, 'person', { ...o, id: personId, name })
    return { ...o, organisationId: o.organisation_id, personId, name }
  }
  const [rahel, milan, paul] = [await colleague('Rahel Stern'), await colleague('Milan Kovač'), await colleague('Paul Engel')]
  const vera = await colleague('Vera Lang')
  const { amara, jonas, lena, ines } = all

  await found(all.owner, planted, 'the organisation', 'organisation', `id = '${o.organisation_id}'`, { change: "name = 'Nordwerk Nord'" })
  await found(all.owner, planted, 'Amara by name', 'person', `id = '${amara.personId}'`, { change: "theme = 'dark'" })
  await found(all.owner, planted, 'her account', 'account', `person_id = '${amara.personId}'`)
  await found(all.owner, planted, 'a migration', 'migration', 'number = 1')
  await plant(
    'her password',
    'password',
    { ...o, person_id: amara.personId, hash: await hashPassword('ein Wort, das sonst niemand kennt') },
    { actor: 'person_id' },
  )
  await plant(
    'her sign-in',
    'sign_in',
    { ...o, id: newId(), person_id: amara.personId, token_hash: bytes('open'), expires_at: soon },
    { actor: 'person_id' },
  )
  await plant(
    'an expired sign-in',
    'sign_in',
    { ...o, id: newId(), person_id: amara.personId, token_hash: bytes('over'), expires_at: past },
    { actor: 'person_id' },
  )
  await plant(
    'her recovery code',
    'recovery_code',
    { ...o, id: newId(), person_id: amara.personId, code_hash: bytes('code') },
    { actor: 'person_id' },
  )
  await plant(
    'her link by mail',
    'password_reset',
    { ...o, id: newId(), person_id: amara.personId, kind: 'mail', token_hash: bytes('mail'), works_from: past, expires_at: soon },
    { change: 'cancelled_at = now(), cancelled_by = me()' },
  )
  await plant(
    'a link an administrator made for her',
    'password_reset',
    {
      ...o,
      id: newId(),
      person_id: amara.personId,
      kind: 'administrator',
      token_hash: bytes('admin'),
      asked_by: ines.personId,
      works_from: inDays(3),
      expires_at: inDays(7),
    },
    { actor: 'asked_by', change: 'cancelled_at = now(), cancelled_by = me()' },
  )
  await plant(
    'her new address',
    'email_confirmation',
    { ...o, person_id: amara.personId, email: 'amara@example.net', token_hash: bytes('address'), expires_at: soon },
    { actor: 'person_id' },
  )
  await plant(
    'an entry of her journal',
    'reflection',
    { ...o, id: newId(), author_id: amara.personId, cadence: 'weekly', prompt_id: 'r-weekly-01' },
    { actor: 'author_id', change: 'removed_at = now()' },
  )
  await plant(
    'what she was asked',
    'prompt_shown',
    { ...o, person_id: amara.personId, prompt_id: 'r-weekly-01', shown_on: '2026-11-20' },
    { actor: 'person_id', change: "shown_on = '2026-11-21'" },
  )
  const kim = newId()
  await store(all.owner, 'person', { ...o, id: kim, name: 'Kim Adler' })
  const leaving = { ...o, person_id: kim, begun_by: kim, receipt_id: newId() }
  await plant('that Kim is leaving', 'departure', leaving, { actor: 'begun_by', change: 'erase_on = now()' })
  const receipt = { ...o, id: newId(), journeys: 1, texts: 2, files: 3, scans: 4 }
  await plant('the receipt of somebody erased', 'erasure_receipt', receipt, { change: 'texts = 0' })
  await plant('her rhythm', 'rhythm', usual(amara), { actor: 'person_id', change: 'daily = true' })
  await plant(
    'an address nobody confirmed',
    'email_confirmation',
    { ...o, person_id: jonas.personId, email: 'jonas@example.net', token_hash: bytes('old address'), expires_at: past },
    { actor: 'person_id' },
  )
  await plant('a link to set up', 'setup_link', { organisation_id: newId(), host: 'west.localhost', token_hash: bytes('setup') })
  await plant('attempts at the door', 'rate_limit', { key: 'in:1', points: 3, expire: 4_000_000_000_000 })
  await plant('attempts of last year', 'rate_limit', { key: 'in:2', points: 3, expire: 1 })
  await plant(
    'who administers',
    'permission',
    { ...o, id: newId(), person_id: vera.personId, kind: 'admin', granted_by: ines.personId },
    { actor: 'granted_by', change: 'revoked_by = me(), revoked_at = now()' },
  )
  await plant(
    'the imprint',
    'public_text',
    { ...o, kind: 'imprint', language: 'de', version: 1, body: 'Nordwerk, Hamburg', written_by: ines.personId },
    { actor: 'written_by', asNew: { version: 2 }, change: "body = 'anders'" },
  )
  const message = { ...o, email: 'frage@example.org', body: 'Was ist Lotse?' }
  const answers = { change: 'answered_by = me(), answered_at = now()' }
  await plant('a message from outside', 'contact_message', { ...message, id: newId() }, answers)
  await plant('a message of last year', 'contact_message', { ...message, id: newId(), sent_at: past }, answers)
  await plant('what signs forms', 'form_key', { ...o, key: bytes('key') })
  const registering = { ...o, email: 'neu@example.org' }
  await plant('an address that wants an account', 'registration', {
    ...registering,
    id: newId(),
    token_hash: bytes('new'),
    expires_at: soon,
  })
  await plant('one that never answered', 'registration', { ...registering, id: newId(), token_hash: bytes('never'), expires_at: past })

  const journey = newId()
  await plant(
    'the journey',
    'journey',
    { ...o, id: journey, learner_id: amara.personId, status: 'active', phase: 'evaluate', started_at: past },
    { actor: 'learner_id', asNew: { status: 'draft', phase: 'identify', started_at: null }, change: 'resume_on = null' },
  )
  const silent = newId()
  await plant(
    'a journey silent for half a year',
    'journey',
    { ...o, id: silent, learner_id: amara.personId, status: 'active', phase: 'try', last_written_at: '2026-01-05T08:00:00Z' },
    { actor: 'learner_id', asNew: { status: 'draft', phase: 'identify' }, change: "status = 'paused'" },
  )
  const silentChallenge = newId()
  await store(all.owner, 'challenge', { ...o, id: silentChallenge, journey_id: silent, version: 1 })
  await store(all.owner, 'cycle', { ...o, id: newId(), journey_id: silent, challenge_id: silentChallenge, number: 1 })
  await store(all.owner, 'membership', {
    ...o,
    id: newId(),
    audience_id: silent,
    person_id: amara.personId,
    role: 'learner',
    reads_from: past,
  })
  const member = (person: Person, role: string, more: Row) => ({
    ...o,
    id: newId(),
    audience_id: journey,
    person_id: person.personId,
    role,
    granted_by: amara.personId,
    ...more,
  })
  const joins = { actor: 'person_id', change: 'until = now()' }
  await plant('Amara takes part', 'membership', member(amara, 'learner', { reads_from: past }), joins)
  await plant('Lena accompanies', 'membership', member(lena, 'facilitator', { reads_from: past }), joins)
  await plant('Milan no longer does', 'membership', member(milan, 'facilitator', { reads_from: past, until: past }), joins)
  await plant('Paul is invited', 'membership', member(paul, 'facilitator', {}), { actor: 'person_id', change: 'reads_from = now()' })
  await store(all.owner, 'membership', member(rahel, 'facilitator', { reads_from: past }))

  const post = { ...o, kind: 'digest', recipient: 'amara@example.org', content: '{}' }
  await plant('a letter to her', 'letter', { ...post, id: newId(), person_id: amara.personId })
  const over = { ...post, id: newId(), state: 'failed', problem: 'refused', queued_at: past }
  await plant('a letter nobody took', 'letter', over, { change: "state = 'waiting', problem = null" })
  const next = { change: 'next_at = now()' }
  await found(all.owner, planted, 'when she is looked at', 'digest_choice', `person_id = '${amara.personId}'`, next)
  const rarely = { ...o, person_id: amara.personId, kind: 'step', often: 'less' }
  await plant('what she wants rarely', 'reminder_choice', rarely, {
    actor: 'person_id',
    asNew: { kind: 'review' },
    change: "often = 'off'",
  })
  const summary = { ...o, person_id: amara.personId, only_reminders: true }
  const digest_id = await plant(
    'a summary for her',
    'digest',
    { ...summary, id: newId(), day: '2026-01-06', sent_at: soon, token_hash: bytes('digest') },
    { actor: 'person_id', asNew: { day: '2026-01-07', token_hash: bytes('another') } },
  )
  await plant(
    'a summary of last year',
    'digest',
    { ...summary, id: newId(), day: '2025-01-06', sent_at: '2025-01-06T08:00:00Z', token_hash: bytes('last year') },
    { actor: 'person_id', asNew: { day: '2026-01-08', token_hash: bytes('one more') } },
  )
  const named = { ...o, digest_id, kind: 'step', subject_id: newId() }
  await plant('what it named', 'digest_line', named, { asNew: { kind: 'review' }, change: "outcome = 'acted'" })

  const invite = {
    actor: 'invited_by',
    change: 'revoked_at = now()',
  }
  const invitation = (by: Person, more: Row) => ({
    ...o,
    id: newId(),
    token_hash: bytes(newId()),
    invited_by: by.personId,
    expires_at: soon,
    email: 'someone@example.org',
    ...more,
  })
  await plant('an invitation to the journey', 'invitation', invitation(amara, { audience_id: journey, role: 'facilitator' }), invite)
  await plant('an invitation to the organisation', 'invitation', invitation(ines, {}), invite)
  await plant('whom an expired invitation meant', 'invitation', invitation(ines, { expires_at: past }), {
    ...invite,
    change: 'email = null',
  })

  await plantJourney(all.owner, plant, { ...o, journey_id: journey }, { amara, lena, milan, jonas })
  const former = planted.find(({ name }) => name === 'a former cycle')!.stored.id!
  const withheld = { ...o, journey_id: journey, person_id: rahel.personId }
  await plant('what Rahel does not see', 'withheld', { ...withheld, subject_id: former })
  await plant('whose words she does not see', 'withheld', { ...withheld, subject_id: milan.personId })
  await plantScans(plant, all, milan)
  await plantPractice(plant, all, rahel)
  await plantSession(plant, journey, all, milan)
  await plantAppointments(plant, all)
  await plantDirectory(plant, all, rahel, journey)
  return { cast: all, rahel, milan, paul, planted }
}

/** Plants into a list, as the owner. */
export function plantAlso(owner: pg.Pool, into: Planted[]): Plant {
  return async (name, table, row, deeds = {}) => {
    into.push({
      name,
      table,
      stored: await store(owner, table, row),
      actor: deeds.actor ?? null,
      asNew: deeds.asNew ?? {},
      change: deeds.change ?? null,
    })
    return String(row.id ?? '')
  }
}

type Plant = (name: string, table: string, row: Row, deeds?: Deeds) => Promise<string>
type In = { organisation_id: string; journey_id: string }

/** All that lies inside one journey. */
export async function plantJourney(
  owner: pg.Pool,
  plant: Plant,
  inIt: In,
  who: { amara: Person; lena: Person; milan: Person; jonas: Person },
): Promise<void> {
  const { organisation_id, journey_id } = inIt
  const o = { organisation_id }
  const learner = { person_id: who.amara.personId }
  const mine = { actor: 'person_id' }
  await plant(
    'what happened',
    'journey_event',
    { ...inIt, id: newId(), name: 'proposed', actor_id: who.amara.personId },
    { actor: 'actor_id' },
  )
  const challenge_id = await plant(
    'the challenge',
    'challenge',
    { ...inIt, id: newId(), version: 1, kind: 'problem' },
    { asNew: { version: 9 } },
  )
  await plant('how much it matters', 'challenge_private', { ...o, challenge_id, ...learner, importance: 8 }, mine)
  const sign_id = await plant('a sign of success', 'success_sign', { ...inIt, id: newId(), challenge_id, kind: 'felt' })
  const cycle_id = await plant(
    'the cycle',
    'cycle',
    { ...inIt, id: newId(), challenge_id, number: 2 },
    { asNew: { number: 9, state: 'reviewed' } },
  )
  const former_id = await plant(
    'a former cycle',
    'cycle',
    { ...inIt, id: newId(), challenge_id, number: 1, state: 'reviewed' },
    { asNew: { number: 10 } },
  )
  const step_id = await plant('a step', 'step', {
    ...inIt,
    id: newId(),
    cycle_id,
    kind: 'training',
    created_by: who.amara.personId,
    created_as: 'learner',
  })
  const need_id = await plant('a need', 'need', { ...inIt, id: newId(), step_id })
  const link_id = await plant(
    'the link to a need',
    'need_link',
    { ...inIt, id: newId(), need_id, made_by: who.amara.personId, token_hash: bytes(newId()), expires_at: soon },
    { actor: 'made_by', change: 'revoked_at = now()' },
  )
  const answer_id = await plant('what was said to a need', 'need_answer', {
    ...inIt,
    id: newId(),
    link_id,
    kind: 'question',
    body: 'Welche Größe?',
  })
  await store(owner, 'membership', {
    ...o,
    id: newId(),
    audience_id: link_id,
    person_id: who.amara.personId,
    role: 'learner',
    reads_from: past,
  })

  const author = { author_id: who.amara.personId }
  const notes = { actor: 'author_id', change: 'removed_at = now()' }
  const note_id = await plant('a note for herself', 'observation', { ...inIt, id: newId(), cycle_id, step_id, ...author }, notes)
  const open_id = await plant(
    'a note she opened',
    'observation',
    { ...inIt, id: newId(), cycle_id, ...author, audience_id: journey_id },
    notes,
  )
  await plant('her mood at a note', 'observation_private', { ...o, observation_id: open_id, ...learner, mood: 'low' }, mine)
  const file = { ...inIt, name: 'plan.png', media_type: 'image/png', content: '\\x00' }
  await plant(
    'a picture beside her own note',
    'attachment',
    { ...file, id: newId(), observation_id: note_id },
    { change: 'removed_at = now()' },
  )
  await plant(
    'a picture beside an open note',
    'attachment',
    { ...file, id: newId(), observation_id: open_id },
    { change: 'removed_at = now()' },
  )

  const draft_id = await plant('a review in draft', 'review', { ...inIt, id: newId(), cycle_id })
  const review_id = await plant('a review she saved', 'review', { ...inIt, id: newId(), cycle_id: former_id, saved_at: past })
  const answers = { ...inIt, author_id: who.lena.personId }
  const wearing = { actor: 'author_id', change: 'hat = hat' }
  await plant('the hat of an answer', 'response_hat', { ...answers, review_id, hat: 'training' }, wearing)
  await plant('the coaching hat of an answer', 'response_hat', { ...answers, review_id: draft_id, hat: 'coaching' }, wearing)
  await plant('a sign in the draft', 'review_sign', { ...inIt, review_id: draft_id, sign_id, state: 'partly' })
  await plant('a sign in the saved review', 'review_sign', { ...inIt, review_id, sign_id, state: 'met' })
  await plant('her mood at a review', 'review_private', { ...o, review_id, ...learner, mood: 'good' }, mine)
  await plant('a closing in draft', 'closing', { ...inIt, id: newId(), outcome: 'solved' })
  const closing_id = await plant('a closing she saved', 'closing', { ...inIt, id: newId(), outcome: 'solved', closed_at: past })
  const check_id = await plant('the transfer check', 'transfer_check', { ...inIt, id: newId(), due_on: '2027-01-05', state: 'cancelled' })
  const second = { ...inIt, id: newId(), follows_id: check_id, due_on: '2027-05-25', state: 'declined' }
  await plant('the second transfer check', 'transfer_check', second, { change: `state = 'declined'` })
  await plant('what helped her', 'transfer_check_private', { ...o, transfer_check_id: check_id, ...learner, helped: ['time'] }, mine)

  const proposal = { ...inIt, cycle_id, author_id: who.lena.personId, kind: 'question' }
  const proposes = { actor: 'author_id', asNew: { state: 'waiting', decided_at: null } }
  await plant(
    'a proposal that waits',
    'proposal',
    { ...proposal, id: newId() },
    { ...proposes, change: "state = case when author_id = me() then 'withdrawn' else 'accepted' end" },
  )
  await plant(
    'a proposal she declined',
    'proposal',
    { ...proposal, id: newId(), state: 'declined', decided_at: past },
    { ...proposes, change: "state = 'accepted'" },
  )
  await plant(
    'a proposal under the coaching hat',
    'proposal',
    { ...proposal, id: newId(), hat: 'coaching' },
    { ...proposes, change: 'hat = hat' },
  )
  const agreed = { ...o, learner_id: who.amara.personId, facilitator_id: who.lena.personId }
  const agreement_id = await plant('what Lena agreed with her', 'agreement', { ...inIt, ...agreed, id: newId(), opened_at: past })
  const over_id = await plant('what Milan had agreed', 'agreement', {
    ...inIt,
    ...agreed,
    id: newId(),
    facilitator_id: who.milan.personId,
    opened_at: past,
    ended_at: past,
  })
  const version = { ...inIt, agreement_id, number: 1, support_level: 'regular', contact_rhythm: 'cycle', reply_days: 3 }
  const writes = { actor: 'written_by', asNew: { number: 2 } }
  const written = { ...version, allowed_hats: '{facilitation}', written_by: who.amara.personId }
  const version_id = await plant('the version that holds', 'agreement_version', { ...written, id: newId() }, writes)
  const past_id = await plant('a version of then', 'agreement_version', { ...written, id: newId(), agreement_id: over_id }, writes)
  const confirms = { actor: 'person_id' }
  await plant(
    'that Amara confirmed it',
    'agreement_confirmation',
    { ...o, version_id, agreement_id, person_id: who.amara.personId },
    confirms,
  )
  await plant(
    'that Milan confirmed his',
    'agreement_confirmation',
    { ...o, version_id: past_id, agreement_id: over_id, person_id: who.milan.personId },
    confirms,
  )
  const among = (audience_id: string, person: Person, until: string | null) => ({
    ...o,
    id: newId(),
    audience_id,
    person_id: person.personId,
    role: 'member',
    reads_from: past,
    until,
  })
  const leaves = { actor: 'person_id', change: 'until = now()' }
  await plant('Amara in the agreement', 'membership', among(agreement_id, who.amara, null), leaves)
  await plant('Lena in the agreement', 'membership', among(agreement_id, who.lena, null), leaves)
  await plant('Amara in that of then', 'membership', among(over_id, who.amara, null), leaves)
  await plant('Milan in that of then', 'membership', among(over_id, who.milan, past), leaves)

  const levels = { from_level: 'regular', to_level: 'on_call' }
  const suggested = { actor: 'suggested_by', asNew: { cycle_id: null } }
  await plant('a handover they talk about', 'handover', { ...inIt, ...levels, id: newId(), agreement_id }, suggested)
  await plant(
    'a handover of then',
    'handover',
    { ...inIt, ...levels, id: newId(), agreement_id: over_id, state: 'agreed', decided_at: past },
    suggested,
  )
  const deputy = { ...inIt, agreement_id, learner_id: who.amara.personId, facilitator_id: who.lena.personId, deputy_id: who.milan.personId }
  await plant(
    'a deputy Lena proposes',
    'deputy_offer',
    { ...deputy, id: newId(), starts_at: past, ends_at: soon },
    { change: 'ended_at = now()' },
  )
  await plant('a deputy nobody wanted', 'deputy_offer', { ...deputy, id: newId(), starts_at: past, ends_at: soon, ended_at: past })
  await plant('a hat Lena asked for', 'hat_change', { ...inIt, id: newId(), agreement_id, hat: 'coaching', minutes: 30 })

  const pair_id = await plant('what the two of them share', 'pair', {
    ...inIt,
    id: newId(),
    learner_id: who.amara.personId,
    other_id: who.lena.personId,
  })
  const two = { ...o, audience_id: pair_id, granted_by: who.amara.personId, reads_from: past }
  await plant(
    'Lena in the two of them',
    'membership',
    { ...two, id: newId(), person_id: who.lena.personId, role: 'facilitator' },
    { actor: 'person_id', change: 'until = now()' },
  )
  await plant(
    'Amara in the two of them',
    'membership',
    { ...two, id: newId(), person_id: who.amara.personId, role: 'learner' },
    { actor: 'person_id', change: 'until = now()' },
  )

  const helps = async (name: string, person: Person, role: string) => {
    const id = await plant(
      `${name} at the step`,
      'assignee',
      { ...inIt, id: newId(), step_id, learner_id: who.amara.personId, person_id: person.personId, role },
      { actor: 'learner_id', change: "state = 'accepted'" },
    )
    const audience_id = role === 'coach' ? id : step_id
    const inside = { ...o, audience_id, granted_by: who.amara.personId, reads_from: past }
    await plant(
      `Amara where ${name}`,
      'membership',
      { ...inside, id: newId(), person_id: who.amara.personId, role: 'learner' },
      { actor: 'person_id', change: 'until = now()' },
    )
    await plant(
      `whoever ${name}`,
      'membership',
      { ...inside, id: newId(), person_id: person.personId, role },
      { actor: 'granted_by', change: 'until = now()' },
    )
    return () => says(`a note of whoever ${name}`, id, 'note', { context_id: audience_id, audience_id, author_id: person.personId })
  }
  const notes_at_step = [await helps('trains', who.jonas, 'trainer'), await helps('coaches', who.milan, 'coach')]
  const help_id = await plant(
    'a question for help to Jonas',
    'help_request',
    { ...inIt, id: newId(), cycle_id, learner_id: who.amara.personId, to_person_id: who.jonas.personId },
    { actor: 'learner_id', change: 'declined_at = null' },
  )
  const asking = { ...o, audience_id: help_id, granted_by: who.amara.personId, reads_from: past }
  await plant(
    'Amara in the question',
    'membership',
    { ...asking, id: newId(), person_id: who.amara.personId, role: 'learner' },
    { actor: 'person_id', change: 'until = now()' },
  )
  await plant(
    'Jonas in the question',
    'membership',
    { ...asking, id: newId(), person_id: who.jonas.personId, role: 'peer' },
    { actor: 'granted_by', change: 'until = now()' },
  )

  const says = (body: string, subject_id: string, field: string, more: Row = {}) =>
    plant(
      body,
      'passage',
      { ...o, id: newId(), context_id: journey_id, subject_id, field, body, ...author, ...more },
      { actor: 'author_id', change: "body = 'anders'" },
    )
  await says('a text for herself', challenge_id, 'whyItMatters')
  await says('a text of the journey', challenge_id, 'title', { audience_id: journey_id })
  await says('a text for the two of them', closing_id, 'feedbackToFacilitator', { audience_id: pair_id })
  await says("Lena's response", review_id, 'facilitatorResponse', { audience_id: journey_id, author_id: who.lena.personId })
  await says("Milan's response of then", review_id, 'facilitatorResponse', { audience_id: journey_id, author_id: who.milan.personId })
  await says('a commitment in it', version_id, 'learnerCommitment', { context_id: agreement_id, audience_id: agreement_id })
  await says('a commitment of then', past_id, 'learnerCommitment', { context_id: over_id, audience_id: over_id })
  const shared = await says('a text opened to Jonas', note_id, 'text')
  const once = await says('a text no longer open to Jonas', open_id, 'text')
  await says('her word back at the need', answer_id, 'reply', { context_id: link_id, audience_id: link_id })
  await says('a text of the step', step_id, 'what', { audience_id: journey_id })
  for (const note of notes_at_step) await note()
  const asked = { context_id: help_id, audience_id: help_id }
  await says('what she asks Jonas', help_id, 'goal', asked)
  await says("Jonas's answer", newId(), 'answer', { ...asked, author_id: who.jonas.personId })
  const share = { ...o, reader_id: who.jonas.personId, granted_by: who.amara.personId, since: past }
  await plant(
    'the opening to Jonas',
    'share',
    { ...share, id: newId(), passage_id: shared },
    { actor: 'granted_by', change: 'until = now()' },
  )
  await plant(
    'an opening that is over',
    'share',
    { ...share, id: newId(), passage_id: once, until: past },
    { actor: 'granted_by', change: 'until = now()' },
  )
}

/** Writes a row as the owner and gives it back as text. */
export async function store(owner: pg.Pool, table: string, row: Row): Promise<Planted['stored']> {
  const columns = Object.keys(row)
  const { rows } = await owner.query(
    `with made as (insert into ${table} (${columns}) values (${columns.map((_, index) => `$${index + 1}`)}) returning *) ${asText('made', await columnsOf(owner, table))}`,
    Object.values(row),
  )
  return rows[0]
}

async function found(owner: pg.Pool, planted: Planted[], name: string, table: string, where: string, deeds: Deeds = {}) {
  const { rows } = await owner.query(`${asText(table, await columnsOf(owner, table))} where ${where}`)
  planted.push({ name, table, stored: rows[0], actor: null, asNew: {}, change: deeds.change ?? null })
}

const asText = (table: string, columns: string[]) => `select ${columns.map((column) => `${column}::text`)} from ${table}`

async function columnsOf(owner: pg.Pool, table: string): Promise<string[]> {
  const { rows } = await owner.query(`select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`, [
    table,
  ])
  return rows.map((row) => row.attname)
}
