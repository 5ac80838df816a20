import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent } from '#platform/web/as-person.ts'
import type { Ask } from '#platform/web/env.ts'
import { words } from '../messages/index.ts'
import { agreementsOn, type JourneyAtHand, journeyAtHand } from '../queries/agreements.ts'
import type { Agreement, Terms } from '../rules/agreement.ts'
import { firstDraft } from '../rules/first-draft.ts'

/** Where an agreement is found. */
export const at = '/journeys/:id/agreement/:agreementId'
export const idOf = (c: Ask, name: string) => asId(c.req.param(name)) ?? absent()

export interface Found {
  agreement: Agreement
  others: Agreement[]
  /** Undefined where the journey is not open to this person. */
  journey: JourneyAtHand | undefined
}

/** The agreement that was asked for, or the first there is; 404 where there is none for this person. */
export async function find(c: Ask, db: PersonDb): Promise<Found> {
  const journeyId = idOf(c, 'id')
  const asked = c.req.param('agreementId')
  const [all, journey] = await Promise.all([agreementsOn(db, journeyId), journeyAtHand(db, journeyId)])
  const agreement = (asked === undefined ? all[0] : all.find(({ id }) => id === asked)) ?? absent()
  return { agreement, others: all.filter((other) => other !== agreement && (!other.endedAt || other.openedAt)), journey }
}

/** What the learner could send first, in the words of their language; undefined for the other, and once something was sent. */
export function draftFor({ agreement, journey }: Found, me: Me): Terms | undefined {
  if (agreement.versions.length > 0 || agreement.endedAt || agreement.learnerId !== me.personId || !journey) return undefined
  const t = words(me.locale)
  return firstDraft(journey, {
    channel: t('draft.channel'),
    learnerCommitments: [t('draft.learner_1'), t('draft.learner_2')],
    facilitatorCommitments: [t('draft.facilitator_1'), t('draft.facilitator_2')],
    confidential: t('draft.confidential'),
    learningTime: t('draft.learning_time'),
  })
}
