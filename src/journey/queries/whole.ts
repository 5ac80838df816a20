import type { AgreementRow, DeputyRow, HandoverRow, HatChangeRow, ResponseHatRow, WithheldRow } from '#facilitation/queries/rows.ts'
import { supportNow } from '#facilitation/rules/handover.ts'
import type { SupportLevel } from '#facilitation/rules/support-level.ts'
import type { AssigneeRow } from '#help/queries/assignee.ts'
import { needLinkView } from '#help/queries/need-link.ts'
import type { HelpRequestRow } from '#help/queries/of-journey.ts'
import { helpsNow } from '#help/rules/assignee.ts'
import { standingOfNeed } from '#help/rules/need-link.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Reader } from '#sharing/sharing.ts'
import {
  type ChallengeRow,
  type ClosingRow,
  type CycleRow,
  type JourneyRows,
  journeyRows,
  type ObservationRow,
  type PassageRow,
  type ProposalRow,
  type ReviewRow,
  type StepRow,
  type TransferCheckRow,
} from './rows.ts'

/** A text with what its form needs: who wrote it, who reads it, and its version. */
export type Text = PassageRow
/** The texts of one subject. Those of the journey's learner and those of others are kept apart: nobody writes in another's place. */
export interface Texts {
  own: readonly Text[]
  others: readonly Text[]
}
const none: Texts = { own: [], others: [] }

export interface SignView {
  id: string
  kind: JourneyRows['signs'][number]['kind']
  position: number
  texts: Texts
}
export type ChallengeView = ChallengeRow & { signs: SignView[]; texts: Texts }
export type NeedView = JourneyRows['needs'][number] & { texts: Texts }
export type StepView = StepRow & { needs: NeedView[]; assignees: AssigneeRow[]; texts: Texts }
export type ObservationView = ObservationRow & { attachments: JourneyRows['attachments']; texts: Texts }
export type ReviewView = ReviewRow & { signs: Record<string, JourneyRows['review_signs'][number]['state']>; texts: Texts }
export type CycleView = CycleRow & { steps: StepView[]; observations: ObservationView[]; review: ReviewView | null; texts: Texts }
export type ClosingView = ClosingRow & { texts: Texts }
export type TransferCheckView = TransferCheckRow & { texts: Texts }
export type ProposalView = ProposalRow & { texts: Texts; authorName: string }

/** One journey, as far as this person may read it, in the shape of the process. */
export interface WholeJourney {
  journey: JourneyRows['journey']
  /** All versions, oldest first; the last one holds. */
  challenges: ChallengeView[]
  challenge: ChallengeView
  cycles: CycleView[]
  closings: ClosingView[]
  transferChecks: TransferCheckView[]
  proposals: ProposalView[]
  helpRequests: HelpRequestRow[]
  /** What was agreed with each who accompanies or did; nothing for anybody but the two of an agreement. */
  agreements: AgreementRow[]
  handovers: HandoverRow[]
  hatChanges: HatChangeRow[]
  responseHats: ResponseHatRow[]
  /** Who stands in or stood in for whom; of somebody who does no longer only the others know. */
  deputies: DeputyRow[]
  /** What the learner withholds from somebody in the audience, part by part; empty for everybody else. */
  withheld: WithheldRow[]
  /** How closely somebody accompanies now; null: alone, or nothing for this person. */
  supportLevel: SupportLevel | null
  members: JourneyRows['members']
  events: JourneyRows['events']
  nextSession: unknown
}

/** Loads one journey; undefined where there is nothing for this person: unknown, somebody else's, no longer open to them. */
export async function wholeJourney(db: PersonDb, journeyId: string): Promise<WholeJourney | undefined> {
  const [rows] = await journeyRows(db, [journeyId])
  return rows && shaped(rows)
}

/** Loads several journeys at once, in the order of their ids; those that are nothing for this person are left out. */
export async function wholeJourneys(db: PersonDb, journeyIds: readonly string[]): Promise<WholeJourney[]> {
  return journeyIds.length === 0 ? [] : (await journeyRows(db, journeyIds)).map(shaped)
}

/** Rows of one journey in the shape of the process. */
export function shaped(rows: JourneyRows): WholeJourney {
  const texts = textsBySubject(rows.passages, rows.journey.learner_id)
  const withTexts = <Row extends { id: string }>(row: Row) => ({ ...row, texts: texts.get(row.id) ?? none })
  const nameOf = new Map(rows.members.map((member) => [member.person_id, member.name]))
  const steps = rows.steps.map((step) => ({
    ...withTexts(step),
    needs: rows.needs.filter((need) => need.step_id === step.id).map(withTexts),
    assignees: rows.assignees.filter((assignee) => assignee.step_id === step.id),
  }))
  const observations = rows.observations.map((note) => ({
    ...withTexts(note),
    attachments: rows.attachments.filter((file) => file.observation_id === note.id),
  }))
  const reviews = rows.reviews.map((review) => ({
    ...withTexts(review),
    signs: Object.fromEntries(rows.review_signs.filter((sign) => sign.review_id === review.id).map((sign) => [sign.sign_id, sign.state])),
  }))
  const challenges = rows.challenges.map((challenge) => ({
    ...withTexts(challenge),
    signs: rows.signs.filter((sign) => sign.challenge_id === challenge.id).map(withTexts),
  }))
  const challenge = challenges.at(-1)
  if (!challenge) throw new Error('A journey without a challenge.')
  return {
    journey: rows.journey,
    challenges,
    challenge,
    cycles: rows.cycles.map((cycle) => ({
      ...withTexts(cycle),
      steps: steps.filter((step) => step.cycle_id === cycle.id),
      observations: observations.filter((note) => note.cycle_id === cycle.id),
      review: reviews.find((review) => review.cycle_id === cycle.id) ?? null,
    })),
    closings: rows.closings.map(withTexts),
    transferChecks: rows.transfer_checks.map(withTexts),
    proposals: rows.proposals.map((proposal) => ({ ...withTexts(proposal), authorName: nameOf.get(proposal.author_id) ?? '' })),
    helpRequests: rows.help_requests,
    agreements: rows.agreements,
    handovers: rows.handovers,
    hatChanges: rows.hat_changes ?? [],
    responseHats: rows.response_hats ?? [],
    deputies: rows.deputies ?? [],
    withheld: rows.withheld ?? [],
    supportLevel: supportNow(rows.agreements.map(agreedSupport)),
    members: rows.members,
    events: rows.events,
    nextSession: rows.next_session,
  }
}

/** The levels of an agreement over time, as its rules see them. */
export const agreedSupport = ({ in_force, ended_at }: AgreementRow) => ({
  levels: in_force.map((version) => ({ level: version.support_level, from: Date.parse(version.from) })),
  endedAt: ended_at === null ? null : Date.parse(ended_at),
})

function textsBySubject(passages: readonly PassageRow[], learnerId: string): Map<string, Texts> {
  const bySubject = new Map<string, { own: Text[]; others: Text[] }>()
  for (const passage of passages) {
    const texts = bySubject.get(passage.subject_id) ?? { own: [], others: [] }
    bySubject.set(passage.subject_id, texts)
    if (passage.author_id === learnerId) texts.own.push(passage)
    else texts.others.push(passage)
  }
  return bySubject
}

/** The learner's text in a field, '' where there is none (or none for this person). */
export function bodyOf(texts: Texts, field: string, position = 0): string {
  return texts.own.find((text) => text.field === field && text.position === position)?.body ?? ''
}

/** The version a form must name to change a field: 0 where nothing was written yet. */
export function versionOf(texts: Texts, field: string, position = 0): number {
  return texts.own.find((text) => text.field === field && text.position === position)?.version ?? 0
}

/** The learner's texts of a list field, in order, without empty ones. */
export function bodiesOf(texts: Texts, field: string): string[] {
  return texts.own.filter((text) => text.field === field && text.body !== '').map((text) => text.body)
}

/** The open cycle; undefined in a draft, in `close` and when closed. */
export function openCycleOf(whole: Pick<WholeJourney, 'cycles'>): CycleView | undefined {
  return whole.cycles.find((cycle) => cycle.state === 'open')
}

/** The closing that is being written; a closed one is history. */
export function closingInWork(whole: Pick<WholeJourney, 'closings'>): ClosingView | undefined {
  return whole.closings.find((closing) => closing.closed_at === null)
}

/** The transfer check that waits for its answer, the first or the second. */
export function openCheckOf(whole: Pick<WholeJourney, 'transferChecks'>): TransferCheckView | undefined {
  return whole.transferChecks.find((check) => check.state === 'open')
}

/** Who reads what lies open about a step: those of the journey, and whoever helps with that step now. */
export function readersOfStep(readers: readonly Reader[], step: Pick<StepView, 'assignees'>): Reader[] {
  const helping = step.assignees.filter(helpsNow).map(({ person_id, name, role }) => ({ personId: person_id, name, role, since: null }))
  return [...readers, ...helping.filter(({ personId }) => !readers.some((reader) => reader.personId === personId))]
}

/** What the open cycle needs and somebody who was asked for it wants to know more about. */
export function needsAskedAbout(whole: Pick<WholeJourney, 'cycles'>, now: Date): NeedView[] {
  const needs = openCycleOf(whole)?.steps.flatMap((step) => step.needs) ?? []
  return needs.filter(({ state, link }) => state === 'open' && link && standingOfNeed(needLinkView(link), false, now) === 'question')
}
