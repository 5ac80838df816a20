import { levelIn } from '#facilitation/rules/support-level.ts'
import { Fold } from '#ui/cards.tsx'
import { openAgreements, reviewedOf } from '../queries/support.ts'
import type { WholeJourney } from '../queries/whole.ts'
import type { PhaseProps } from './phase.ts'

const explained = ['identify', 'plan', 'try', 'evaluate', 'close'] as const

/** The support in the phase where the journey stands: that of the closest agreement, with its overrides; null for whoever learns alone. */
export function levelHere(whole: WholeJourney) {
  const closest = openAgreements(whole).find(({ in_force }) => in_force.at(-1)?.support_level === whole.supportLevel)
  return whole.supportLevel && levelIn(whole.supportLevel, closest?.in_force.at(-1)?.phase_overrides ?? {}, whole.journey.phase)
}

/**
 * Above the one form of a phase, for its learner: an example where support is close, the same at hand where it is regular,
 * nothing where it is on call; and whoever goes on alone has their own last cycle as a template.
 */
export const ShortHelp = ({ whole, isLearner, t }: PhaseProps) => {
  const phase = explained.find((one) => one === whole.journey.phase)
  const level = levelHere(whole)
  if (!phase || !isLearner || level === null || level === 'on_call') return null
  if (level === 'independent') {
    const last = reviewedOf(whole).at(-1)
    return last ? (
      <p class="small">
        {t('support.own_template')} <a href={`#cycle-${last.number}`}>{t('support.own_template_link', { number: last.number })}</a>
      </p>
    ) : null
  }
  return (
    <Fold id="short-help" summary={t('support.in_short')} open={level === 'guided'}>
      <p>{t(`support.help.${phase}`)}</p>
    </Fold>
  )
}
