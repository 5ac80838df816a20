import type { HandoverRow, HatChangeRow } from '#facilitation/queries/rows.ts'
import type { RemovedThing } from '#journey/queries/removed.ts'
import type {
  ChallengeView,
  ClosingView,
  CycleView,
  ObservationView,
  ProposalView,
  ReviewView,
  StepView,
  Texts,
  TransferCheckView,
  WholeJourney,
} from '#journey/queries/whole.ts'
import { assigneeJson, helpRequestJson, needLinkJson } from './help-json.ts'

/** Whose copy it is, and when it was taken: an instant. */
export interface Taken {
  by: string
  organisation: string
  at: Date
}

/** The address of the published schema, below the origin of the installation. */
export const schemaPath = '/schema/journey-1.json'

/**
 * A journey as an open document: all versions, in the order of the process, as far as `whole` was loaded for the person who takes it along.
 * Instants are ISO 8601 in UTC, days 'YYYY-MM-DD'. The same journey gives the same document, apart from `exported`.
 */
export function journeyJson(whole: WholeJourney, removed: readonly RemovedThing[], { by, organisation, at }: Taken, origin: string) {
  const { journey } = whole
  const write = writer(journey.id)
  return {
    $schema: `${origin}${schemaPath}`,
    format: 'lotse-journey',
    version: 1,
    exported: { at: at.toISOString(), by },
    organisation,
    people: whole.members.map((member) => ({
      id: member.person_id,
      name: member.name,
      role: member.role,
      readsFrom: instant(member.reads_from),
      until: instant(member.until),
    })),
    journey: {
      id: journey.id,
      learnerId: journey.learner_id,
      status: journey.status,
      phase: journey.phase,
      outcome: journey.outcome,
      solvedIndependence: journey.solved_independence,
      createdAt: instant(journey.created_at),
      startedAt: instant(journey.started_at),
      closedAt: instant(journey.closed_at),
      resumeOn: journey.resume_on,
    },
    challenges: whole.challenges.map(write.challenge),
    cycles: whole.cycles.map(write.cycle),
    closings: whole.closings.map(write.closing),
    transferChecks: whole.transferChecks.map(write.transferCheck),
    proposals: whole.proposals.map(write.proposal),
    handovers: whole.handovers.map(handoverOf),
    hatChanges: whole.hatChanges.map(hatChangeOf),
    helpRequests: whole.helpRequests.map(helpRequestJson),
    events: whole.events.map((event) => ({ name: event.name, actorId: event.actor_id, at: instant(event.at) })),
    removed: removed.map((thing) => ({
      kind: thing.kind,
      id: thing.id,
      words: thing.words,
      belongsTo: thing.belongs_to,
      removedAt: thing.removed_at,
    })),
  }
}

/** A change of the support level, between the learner and whoever accompanies. */
const handoverOf = (row: HandoverRow) => ({
  id: row.id,
  fromLevel: row.from_level,
  toLevel: row.to_level,
  closerIn: Object.keys(row.phase_overrides).sort(),
  forOneCycle: row.for_one_cycle,
  state: row.state,
  suggestedBy: row.suggested_by,
  suggestedAt: instant(row.suggested_at),
  decidedAt: instant(row.decided_at),
  answer: row.answer,
})

const hatChangeOf = (row: HatChangeRow) => ({
  id: row.id,
  hat: row.hat,
  minutes: row.minutes,
  purpose: row.purpose,
  acceptedAt: instant(row.accepted_at),
})

const instant = (value: string | null) => value && new Date(value).toISOString()
const sorted = <Value>(record: Record<string, Value>) => Object.fromEntries(Object.entries(record).sort())

/** The nouns of a journey. Only the id of the journey is needed to say who reads a text. */
function writer(journeyId: string) {
  const readers = (audienceId: string | null) => (audienceId === null ? 'author' : audienceId === journeyId ? 'journey' : 'pair')
  const texts = ({ own, others }: Texts) =>
    [...own, ...others]
      .sort((one, other) => key(one).localeCompare(key(other), 'en'))
      .map((text) => ({
        id: text.id,
        field: text.field,
        position: text.position,
        authorId: text.author_id,
        readers: readers(text.audience_id),
        version: text.version,
        body: text.body,
      }))
  const key = (text: Texts['own'][number]) => `${text.field} ${text.position} ${text.id}`

  const step = (row: StepView) => ({
    id: row.id,
    kind: row.kind,
    byWhen: row.by_when,
    minutesPlanned: row.minutes_planned,
    confidence: row.confidence,
    status: row.status,
    createdBy: row.created_by,
    createdAs: row.created_as,
    fromTextId: row.from_passage_id,
    carriedFromId: row.carried_from_id,
    preparesId: row.prepares_id,
    texts: texts(row.texts),
    assignees: row.assignees.map(assigneeJson),
    needs: row.needs.map((need) => ({
      id: need.id,
      neededBy: need.needed_by,
      state: need.state,
      link: needLinkJson(need.link),
      texts: texts(need.texts),
    })),
  })
  const observation = (row: ObservationView) => ({
    id: row.id,
    stepId: row.step_id,
    authorId: row.author_id,
    readers: readers(row.audience_id),
    at: instant(row.at),
    mood: row.mood,
    texts: texts(row.texts),
    attachments: row.attachments.map((file) => ({ id: file.id, name: file.name, mediaType: file.media_type, bytes: file.bytes })),
  })
  const review = (row: ReviewView) => ({
    id: row.id,
    progress: row.progress,
    confidenceNow: row.confidence_now,
    lead: sorted(row.lead),
    leadByFacilitator: sorted(row.lead_by_facilitator),
    obstacleTags: row.obstacle_tags,
    nextMove: row.next_move,
    openedAt: instant(row.opened_at),
    savedAt: instant(row.saved_at),
    mood: row.mood,
    signs: sorted(row.signs),
    texts: texts(row.texts),
  })
  return {
    challenge: (row: ChallengeView) => ({
      id: row.id,
      version: row.version,
      kind: row.kind,
      learnable: row.learnable,
      riskFlags: row.risk_flags,
      confidenceStart: row.confidence_start,
      expectedWeeks: row.expected_weeks,
      importance: row.importance,
      createdAt: instant(row.created_at),
      texts: texts(row.texts),
      successSigns: row.signs.map((sign) => ({ id: sign.id, kind: sign.kind, texts: texts(sign.texts) })),
    }),
    cycle: (row: CycleView) => ({
      id: row.id,
      number: row.number,
      state: row.state,
      challengeId: row.challenge_id,
      plannedReviewOn: row.planned_review_on,
      leadIntent: sorted(row.lead_intent),
      openedAt: instant(row.opened_at),
      tryStartedAt: instant(row.try_started_at),
      closedAt: instant(row.closed_at),
      texts: texts(row.texts),
      steps: row.steps.map(step),
      observations: row.observations.map(observation),
      review: row.review && review(row.review),
    }),
    closing: (row: ClosingView) => ({
      id: row.id,
      outcome: row.outcome,
      storyChoice: row.story_choice,
      transferCheckOn: row.transfer_check_on,
      reason: row.reason,
      parkedUntil: row.parked_until,
      receiver: row.receiver,
      receiverAgrees: row.receiver_agrees,
      closedAt: instant(row.closed_at),
      texts: texts(row.texts),
    }),
    transferCheck: (row: TransferCheckView) => ({
      id: row.id,
      followsId: row.follows_id,
      dueOn: row.due_on,
      state: row.state,
      postponed: row.postponed,
      metNewChallenge: row.met_new_challenge,
      progress: row.progress,
      supportUsed: row.support_used,
      reused: row.reused,
      confidence: row.confidence,
      wantsNewJourney: row.wants_new_journey,
      answeredAt: instant(row.answered_at),
      helped: row.helped,
      hindered: row.hindered,
      texts: texts(row.texts),
    }),
    proposal: (row: ProposalView) => ({
      id: row.id,
      cycleId: row.cycle_id,
      authorId: row.author_id,
      kind: row.kind,
      stepKind: row.step_kind,
      byWhen: row.by_when,
      nextMove: row.next_move,
      questionId: row.question_id,
      hat: row.hat,
      madeAt: instant(row.made_at),
      state: row.state,
      decidedAt: instant(row.decided_at),
      texts: texts(row.texts),
    }),
  }
}
