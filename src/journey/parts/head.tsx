import { PageTitle } from '#ui/page.tsx'
import { Words } from '#ui/words.tsx'
import { nextTurn } from '../journey.ts'
import { bodyOf, type WholeJourney } from '../queries/whole.ts'
import { phases } from '../rules/choices.ts'
import { Course } from './course-of.tsx'
import type { PhaseProps } from './phase.ts'
import { WholeReaders } from './readers.tsx'

/** The title in its learner's words; undefined while there is none, or none for this person. */
export const titleOf = (whole: Pick<WholeJourney, 'challenge'>): string | undefined => bodyOf(whole.challenge.texts, 'title') || undefined

/** Above the title of a page that belongs to a journey: its name, and the way back to it. */
export const WayBack = ({ whole, t }: Pick<PhaseProps, 'whole' | 't'>) => (
  <a href={`/journeys/${whole.journey.id}`}>{titleOf(whole) ? <Words inline>{titleOf(whole)}</Words> : t('shared.untitled')}</a>
)

/** What is always visible: whose journey it is, its course, whose turn it is and what comes next, who can read it. */
export const JourneyHead = (props: PhaseProps) => {
  const { whole, isLearner, t } = props
  const title = titleOf(whole)
  return (
    <div class="journey-head">
      <PageTitle
        title={title ? <Words inline>{title}</Words> : t('shared.untitled')}
        overline={isLearner ? t('shared.journey') : t('shared.journey_of', { name: whole.journey.learner_name })}
      />
      <Course whole={whole} locale={props.me.locale} />
      <TurnLine {...props} />
      <PhasesLine {...props} />
      <WholeReaders {...props} />
    </div>
  )
}

/** Whose turn it is, and what comes next, in one line. */
export const TurnLine = ({ state, today, whole, isLearner, t }: Pick<PhaseProps, 'state' | 'today' | 'whole' | 'isLearner' | 't'>) => {
  const turn = nextTurn(state, today)
  const name = whole.journey.learner_name
  const resting = turn === 'nobody' || turn === 'time_passes_until_transfer' || turn === 'learner_rests'
  if (!isLearner)
    return <p class="turn-line">{resting ? t(`shared.turn_of.${turn}`, { name }) : named(t(`shared.turn_of.${turn}`, { name }), name)}</p>
  return (
    <p class="turn-line">
      {!resting && <span class="turn">{t('shared.you_are_on')} </span>}
      {t(`shared.turn.${turn}`)}
    </p>
  )
}

/** A sentence in which the name of the one whose turn it is stands out. */
function named(sentence: string, name: string) {
  const [before, ...after] = sentence.split(name)
  return (
    <>
      {before}
      <span class="turn">{name}</span>
      {after.join(name)}
    </>
  )
}

/** The phases as a quiet line. It tells, it does not lead anywhere. */
const PhasesLine = ({ whole, state, t }: PhaseProps) => {
  const { phase, outcome } = whole.journey
  if (outcome === 'set_aside' || outcome === 'passed_on') return null
  const at = phases.indexOf(phase)
  const cycle = state.cycles.findLast((candidate) => candidate.state === 'open')
  return (
    <ol class="phases" aria-label={t('shared.phases')}>
      {phases.map((name, index) => {
        const is = index < at ? 'done' : index === at ? 'current' : 'ahead'
        const label = t(`shared.phase.${name}`)
        return (
          <li class={`phase phase-${is}`} aria-current={is === 'current' ? 'step' : undefined}>
            {is === 'current' && cycle ? t('shared.cycle_of', { number: cycle.number, phase: label }) : label}
            <span class="unseen"> ({t(`shared.phase_is.${is}`)})</span>
          </li>
        )
      })}
    </ol>
  )
}
