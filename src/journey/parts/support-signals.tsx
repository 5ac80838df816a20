import type { Signal } from '#facilitation/rules/signals.ts'
import { Fold } from '#ui/cards.tsx'
import { reviewedOf, signalsIn } from '../queries/support.ts'
import type { PhaseProps } from './phase.ts'

/** What was counted in each reviewed cycle, the last one first, each with its sentence. `name`: of the learner. */
export const Signals = ({ whole, isLearner, t, name }: PhaseProps & { name: string }) => {
  const [last, ...earlier] = reviewedOf(whole).toReversed()
  const say = ({ because, counted }: Signal) =>
    t(`support.counted.${because}`, { ...counted, name, me: isLearner ? 'learner' : 'facilitator' })
  const ofCycle = (cycle: typeof last) => (
    <dl class="facts">
      {cycle &&
        signalsIn(whole, cycle, isLearner).map((signal) => (
          <>
            <dt>
              {t(`support.signal.${signal.id}`)} <span class="small">({t(`support.is.${signal.is}`)})</span>
            </dt>
            <dd>{say(signal)}</dd>
          </>
        ))}
    </dl>
  )
  return (
    <Fold id="signals" summary={t('support.signals')}>
      <p class="soft">{t('support.signals_how')}</p>
      {last ? (
        <>
          <p>{t('support.signals_of', { number: last.number })}</p>
          {ofCycle(last)}
          {earlier.map((cycle) => (
            <Fold id={`signals-${cycle.number}`} summary={t('support.signals_of', { number: cycle.number })}>
              {ofCycle(cycle)}
            </Fold>
          ))}
        </>
      ) : (
        <p>{t('support.signals_none')}</p>
      )}
    </Fold>
  )
}
