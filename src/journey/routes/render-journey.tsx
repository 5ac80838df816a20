import { words as facilitationWords } from '#facilitation/messages/index.ts'
import { dayIn } from '#platform/clock.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent } from '#platform/web/as-person.ts'
import type { Ask } from '#platform/web/env.ts'
import { readersOf } from '#sharing/queries.ts'
import { type JourneyWords, words } from '../messages/index.ts'
import { JourneyPage } from '../pages/journey.tsx'
import type { PhaseProps, Refill } from '../parts/phase.ts'
import { slots } from '../parts/slots.ts'
import { nameIn, withDeputiesNamed } from '../queries/deputies.ts'
import { removableKinds } from '../queries/removed.ts'
import { stateOf } from '../queries/state.ts'
import { openAgreements } from '../queries/support.ts'
import { type WholeJourney, wholeJourney } from '../queries/whole.ts'

/** What the page of a journey and each of its parts need; answers 404 where there is nothing for this person. */
export async function journeyProps(c: Ask, db: PersonDb, me: Me, journeyId: string | undefined, refill?: Refill): Promise<PhaseProps> {
  const id = asId(journeyId) ?? absent()
  const found = (await wholeJourney(db, id)) ?? absent()
  const t = words(me.locale)
  const standsIn = (names: { name: string; for: string }) => facilitationWords(me.locale)('deputy.stands_in', names)
  const whole = withDeputiesNamed(found, standsIn)
  const readers = (await readersOf(db, id)).map((reader) => ({ ...reader, name: nameIn(whole, reader) }))
  const asked = Number(c.req.query('question'))
  return {
    whole,
    state: stateOf(whole),
    me,
    assets: c.var.assets,
    today: dayIn(me.timeZone, c.var.now),
    now: c.var.now,
    isLearner: whole.journey.learner_id === me.personId,
    readers,
    t,
    asked: Number.isInteger(asked) && asked > 0 ? asked : 0,
    removed: removedThere(c.req.query('removed')),
    afterStep: offeredAtStep(c, me, id),
    refill,
    happened: happenedIn(t, c.req.query('done'), whole, me),
  }
}

const acts = ['proposed', 'accepted', 'declined', 'responded'] as const
const actsOfSupport = ['suggested', 'waiting', 'agreed', 'declined', 'granted', 'answered'] as const
const actsWithHats = ['hat_asked', 'hat_accepted', 'hat_declined', 'hat_returned'] as const

/** The sentence for what a redirect says was done; nothing for anything else in the address. It names whoever is on the other side. */
function happenedIn(t: JourneyWords, done: string | undefined, whole: WholeJourney, me: Me): string | undefined {
  const { learner_id, learner_name } = whole.journey
  const name = learner_id === me.personId ? (openAgreements(whole)[0]?.facilitator_name ?? '') : learner_name
  const act = acts.find((known) => known === done)
  if (act) return t(`accompany.done_${act}`, { name })
  const support = [...actsOfSupport, ...actsWithHats].find((known) => `support_${known}` === done)
  return support && t(`support.done_${support}`, { name })
}

/** Answers with the page of one journey: 200, or 422 with everything that was typed where a form could not be taken. */
export async function renderJourney(
  c: Ask,
  db: PersonDb,
  me: Me,
  journeyId: string | undefined,
  refill?: Refill,
  status: 200 | 422 = refill ? 422 : 200,
): Promise<Response> {
  const props = await journeyProps(c, db, me, journeyId, refill)
  return c.html(<JourneyPage {...props} />, status)
}

/** What `?removed=<kind>:<id>` names: the redirect after a removal. */
function removedThere(asked: string | undefined): PhaseProps['removed'] {
  const [name, given] = asked?.split(':') ?? []
  const [kind, id] = [removableKinds.find((one) => one === name), asId(given)]
  return kind && id ? { kind, id } : undefined
}

/** What `?after=<step>&offer=<what>` names: the redirect after a step was done. */
function offeredAtStep(c: Ask, me: Me, journeyId: string): PhaseProps['afterStep'] {
  const [stepId, offered] = [asId(c.req.query('after')), c.req.query('offer')]
  if (!stepId || !offered) return undefined
  return { stepId, part: slots()?.stepDone.show({ me, journeyId, stepId, offered }) }
}
