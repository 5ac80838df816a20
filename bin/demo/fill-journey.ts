import type pg from 'pg'
import { solvedIndependence } from '../../src/journey/rules/solved.ts'
import { newId } from '../../src/platform/ids.ts'
import { fillAgreement } from './fill-agreement.ts'
import { fillSupport } from './fill-support.ts'
import type { Cast, DemoChallenge, DemoCycle, DemoJourney, DemoReview } from './world.ts'

/** That many days from today, at an hour at which people work. */
const day = (days: number) => {
  const at = new Date(Date.now() + days * 86_400_000)
  at.setUTCHours(7 + (Math.abs(days) % 8), (Math.abs(days) * 17) % 60, 0, 0)
  return at
}
const dateOf = (days: number) => day(days).toISOString().slice(0, 10)

/** Writes rows of one journey: `row` a thing, `words` the texts of one subject. */
interface Writer {
  cast: Cast
  journeyId: string
  learnerId: string
  row(table: string, values: Record<string, unknown>): Promise<string>
  words(
    subjectId: string,
    texts: Record<string, string | string[] | undefined>,
    options?: { author?: string; private?: boolean; on?: number },
  ): Promise<void>
}

/** Writes one journey as it would stand had it been lived: dates, versions, drafts and all. */
export async function fillJourney(client: pg.Client, cast: Cast, journey: DemoJourney): Promise<void> {
  const journeyId = newId()
  const learnerId = cast[journey.learner]
  const write = writer(client, cast, journeyId, learnerId)
  await client.query(
    `insert into journey (organisation_id, id, learner_id, status, phase, outcome, created_at, started_at, closed_at, solved_independence)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      cast.organisationId,
      journeyId,
      learnerId,
      journey.status,
      journey.phase,
      journey.outcome ?? null,
      day(journey.created),
      journey.status === 'draft' ? null : day(journey.created + 1),
      journey.closing ? day(journey.closing.on) : null,
      journey.outcome === 'solved' ? solvedIndependence(journey.cycles.at(-1)?.review?.progress ?? null) : null,
    ],
  )
  await write.row('membership', {
    audience_id: journeyId,
    person_id: learnerId,
    role: 'learner',
    since: day(journey.created),
    reads_from: day(journey.created),
    granted_by: learnerId,
  })
  if (journey.facilitator) {
    await fillAgreement(client, cast, journey, journeyId, day(journey.created + 1))
    await fillSupport(client, cast, journey, journeyId)
    await write.row('membership', {
      audience_id: journeyId,
      person_id: cast[journey.facilitator],
      role: 'facilitator',
      since: day(journey.created + 1),
      reads_from: day(journey.created + 1),
      granted_by: learnerId,
    })
  }
  const challenges: { id: string; signs: string[] }[] = []
  for (const [index, challenge] of journey.challenges.entries()) challenges.push(await fillChallenge(write, challenge, index + 1))
  let lastCycle: string | null = null
  for (const [index, cycle] of journey.cycles.entries()) lastCycle = await fillCycle(write, cycle, index + 1, challenges)
  await fillEnd(write, journey)
  await fillProposals(write, journey, lastCycle)
  await fillEvents(write, journey)
}

function writer(client: pg.Client, cast: Cast, journeyId: string, learnerId: string): Writer {
  const insert = async (table: string, values: Record<string, unknown>) => {
    const all: Record<string, unknown> = { organisation_id: cast.organisationId, ...values }
    const names = Object.keys(all)
    await client.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(all),
    )
  }
  return {
    cast,
    journeyId,
    learnerId,
    row: async (table, values) => {
      const id = newId()
      await insert(table, table.endsWith('_private') || table === 'review_sign' ? values : { id, ...values })
      return id
    },
    words: async (subjectId, texts, options = {}) => {
      for (const [field, given] of Object.entries(texts)) {
        for (const [position, body] of [given ?? []].flat().entries()) {
          if (body === '') continue
          await insert('passage', {
            id: newId(),
            context_id: journeyId,
            subject_id: subjectId,
            field,
            position,
            author_id: options.author ?? learnerId,
            audience_id: options.private ? null : journeyId,
            body,
            updated_at: day(options.on ?? 0),
          })
        }
      }
    },
  }
}

async function fillChallenge(write: Writer, challenge: DemoChallenge, version: number) {
  const { journeyId, learnerId } = write
  const id = await write.row('challenge', {
    journey_id: journeyId,
    version,
    kind: challenge.kind,
    learnable: challenge.learnable,
    risk_flags: challenge.riskFlags,
    confidence_start: challenge.confidenceStart ?? null,
    expected_weeks: challenge.expectedWeeks ?? null,
    created_at: day(challenge.on),
  })
  const { title, situation, learningQuestion, triedSoFar, peopleInvolved, reason } = challenge
  await write.words(id, { title, situation, learningQuestion, triedSoFar, peopleInvolved, reframeReason: reason }, { on: challenge.on })
  await write.words(id, { whyItMatters: challenge.whyItMatters }, { private: true, on: challenge.on })
  if (challenge.importance)
    await write.row('challenge_private', { challenge_id: id, person_id: learnerId, importance: challenge.importance })
  const signs: string[] = []
  for (const [position, sign] of challenge.signs.entries()) {
    const signId = await write.row('success_sign', { challenge_id: id, journey_id: journeyId, position, kind: sign.kind })
    await write.words(signId, { text: sign.text }, { on: challenge.on })
    signs.push(signId)
  }
  return { id, signs }
}

async function fillCycle(write: Writer, cycle: DemoCycle, number: number, challenges: { id: string; signs: string[] }[]): Promise<string> {
  const { journeyId, learnerId, cast } = write
  const challenge = challenges[cycle.challenge ?? challenges.length - 1]!
  const id = await write.row('cycle', {
    journey_id: journeyId,
    number,
    state: cycle.closed === undefined ? 'open' : 'reviewed',
    challenge_id: challenge.id,
    planned_review_on: dateOf(cycle.reviewOn),
    opened_at: day(cycle.opened),
    try_started_at: cycle.tried === undefined ? null : day(cycle.tried),
    closed_at: cycle.closed === undefined ? null : day(cycle.closed),
  })
  await write.words(id, { focus: cycle.focus, options: cycle.options }, { on: cycle.opened })
  const steps: string[] = []
  for (const [position, step] of cycle.steps.entries()) {
    const stepId = await write.row('step', {
      journey_id: journeyId,
      cycle_id: id,
      position,
      kind: step.kind,
      by_when: dateOf(step.byWhen),
      minutes_planned: step.minutes ?? null,
      confidence: step.confidence ?? null,
      status: step.status,
      created_by: step.by ? cast[step.by] : learnerId,
      created_as: step.by ? 'facilitator' : 'learner',
      created_at: day(cycle.opened),
    })
    const { what, expectation, ifPart, thenPart, obstacle, obstaclePlan } = step
    await write.words(stepId, { what, expectation, ifPart, thenPart }, { on: cycle.opened })
    await write.words(stepId, { obstacle, obstaclePlan }, { private: true, on: cycle.opened })
    for (const [order, need] of (step.needs ?? []).entries()) {
      const needId = await write.row('need', {
        journey_id: journeyId,
        step_id: stepId,
        position: order,
        needed_by: need.on === undefined ? null : dateOf(need.on),
        state: need.state,
      })
      await write.words(needId, { text: need.text }, { on: cycle.opened })
    }
    steps.push(stepId)
  }
  for (const note of cycle.notes) {
    const noteId = await write.row('observation', {
      journey_id: journeyId,
      cycle_id: id,
      step_id: note.step === undefined ? null : steps[note.step],
      author_id: learnerId,
      audience_id: note.open ? journeyId : null,
      at: day(note.on),
    })
    await write.words(noteId, { text: note.text }, { private: !note.open, on: note.on })
    if (note.mood) await write.row('observation_private', { observation_id: noteId, person_id: learnerId, mood: note.mood })
  }
  if (cycle.review) await fillReview(write, id, cycle.review, challenge.signs)
  return id
}

async function fillReview(write: Writer, cycleId: string, review: DemoReview, signs: string[]) {
  const { journeyId, learnerId, cast } = write
  const id = await write.row('review', {
    journey_id: journeyId,
    cycle_id: cycleId,
    progress: review.progress ?? null,
    confidence_now: review.confidenceNow ?? null,
    lead: JSON.stringify(review.lead ?? {}),
    obstacle_tags: review.obstacleTags ?? [],
    next_move: review.nextMove ?? null,
    opened_at: day(review.on),
    saved_at: review.saved ? day(review.on) : null,
  })
  const { happened, wentWell, toImprove, explanation, insight } = review
  await write.words(id, { happened, wentWell, toImprove, explanation, insight }, { private: !review.saved, on: review.on })
  for (const [index, state] of review.signs.entries())
    await write.row('review_sign', { review_id: id, sign_id: signs[index], journey_id: journeyId, state })
  if (review.mood) await write.row('review_private', { review_id: id, person_id: learnerId, mood: review.mood })
  const { response } = review
  if (response) await write.words(id, { facilitatorResponse: response.text }, { author: cast[response.by], on: response.on })
}

async function fillEnd(write: Writer, { closing, transferOn, transferAnswer, secondTransferOn, support }: DemoJourney) {
  const { journeyId, learnerId } = write
  if (closing) {
    const id = await write.row('closing', {
      journey_id: journeyId,
      outcome: 'solved',
      story_choice: closing.storyChoice,
      support_level_at_end: support?.findLast(({ waits }) => !waits)?.level ?? null,
      opened_at: day(closing.on),
      closed_at: day(closing.on),
    })
    const { solutionSummary, whatMadeTheDifference, stillOpen, aboutMyLearning } = closing
    await write.words(id, { solutionSummary, whatMadeTheDifference, stillOpen }, { on: closing.on })
    await write.words(id, { aboutMyLearning }, { private: true, on: closing.on })
  }
  if (transferOn === undefined) return
  const check = { journey_id: journeyId, due_on: dateOf(transferOn) }
  if (!transferAnswer) return void (await write.row('transfer_check', check))
  const { on, description, progress, supportUsed, reused, confidence, helped } = transferAnswer
  const id = await write.row('transfer_check', {
    ...check,
    state: 'answered',
    met_new_challenge: 'yes',
    progress,
    support_used: supportUsed,
    reused,
    confidence,
    answered_at: day(on),
  })
  await write.words(id, { description }, { private: true, on })
  await write.row('transfer_check_private', { transfer_check_id: id, person_id: learnerId, helped })
  if (secondTransferOn !== undefined)
    await write.row('transfer_check', { journey_id: journeyId, follows_id: id, due_on: dateOf(secondTransferOn) })
}

async function fillProposals(write: Writer, { proposals = [] }: DemoJourney, cycleId: string | null) {
  for (const proposal of proposals) {
    const id = await write.row('proposal', {
      journey_id: write.journeyId,
      cycle_id: cycleId,
      author_id: write.cast[proposal.by],
      kind: proposal.kind,
      step_kind: proposal.stepKind ?? null,
      next_move: proposal.nextMove ?? null,
      hat: proposal.hat ?? 'facilitation',
      made_at: day(proposal.on),
      state: proposal.state,
      decided_at: proposal.state === 'waiting' ? null : day(proposal.on + 1),
    })
    await write.words(id, { proposal: proposal.text }, { author: write.cast[proposal.by], on: proposal.on })
  }
}

/** The course of events, told from the dates of the journey. */
async function fillEvents(write: Writer, journey: DemoJourney) {
  const events: [string, number][] = [['created', journey.created]]
  if (journey.status !== 'draft') events.push(['start', journey.created + 1])
  for (const [index, cycle] of journey.cycles.entries()) {
    if (cycle.tried !== undefined) events.push(['beginTrying', cycle.tried])
    if (cycle.review) events.push(['evaluate', cycle.review.on])
    const reframed = journey.challenges[1] && cycle.review?.nextMove === 'reframe'
    if (cycle.closed !== undefined && reframed) events.push(['reframe', cycle.closed], ['confirmChallenge', cycle.closed])
    else if (cycle.closed !== undefined && index < journey.cycles.length - 1) events.push(['nextCycle', cycle.closed])
  }
  if (journey.closing) events.push(['declareSolved', journey.closing.on], ['closeSolved', journey.closing.on])
  if (journey.transferAnswer) events.push(['answerTransfer', journey.transferAnswer.on])
  for (const [name, on] of events)
    await write.row('journey_event', { journey_id: write.journeyId, name, actor_id: write.learnerId, at: day(on) })
}
