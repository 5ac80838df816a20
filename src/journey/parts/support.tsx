import type { AgreementRow } from '#facilitation/queries/rows.ts'
import { levelsToSuggest } from '#facilitation/rules/handover.ts'
import { closer, overridePhases, type PhaseOverrides, type SupportLevel } from '#facilitation/rules/support-level.ts'
import { newId } from '#platform/ids.ts'
import { Fold } from '#ui/cards.tsx'
import { CheckboxGroup, RadioGroup } from '#ui/choices.tsx'
import { Select } from '#ui/fields.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { When } from '#ui/when.tsx'
import { openAgreements } from '../queries/support.ts'
import type { PhaseProps } from './phase.ts'
import { Signals } from './support-signals.tsx'
import { formState } from './writing.tsx'

type WithAgreement = PhaseProps & { agreement: AgreementRow; level: SupportLevel; overrides: PhaseOverrides }

/** How closely the journey is accompanied, what that means, and the ways to change it: for the two of an agreement, and nobody else. */
export const Support = (props: PhaseProps) => (
  <>
    {openAgreements(props.whole).map((agreement) => {
      const now = agreement.in_force.at(-1)
      return now && <SupportOf {...props} agreement={agreement} level={now.support_level} overrides={now.phase_overrides} />
    })}
  </>
)

const SupportOf = (props: WithAgreement) => {
  const { whole, agreement, level, overrides, isLearner, t } = props
  const isOver = whole.journey.status === 'closed'
  const isOnTrial = whole.handovers.some(({ agreement_id, state }) => agreement_id === agreement.id && state === 'trial')
  const isSuggested = whole.handovers.some(({ agreement_id, state }) => agreement_id === agreement.id && state === 'suggested')
  const isOneOfMany = openAgreements(whole).length > 1
  return (
    <Fold
      id={`support-${agreement.id}`}
      summary={isOneOfMany ? t('support.title_with', { name: agreement.facilitator_name }) : t('support.title')}
      aside={levelInWords(t, level, overrides)}
    >
      <Meaning {...props} />
      {isOnTrial && <p>{t('support.on_trial')}</p>}
      {!isOver && isLearner && closer(level) && <More {...props} />}
      {!isOver && !isSuggested && <Suggest {...props} />}
      <Signals {...props} name={whole.journey.learner_name} />
      <OverTime {...props} />
      <p class="small">{t('support.about')}</p>
    </Fold>
  )
}

/** A level as one says it, with the phases in which it is closer. */
export function levelInWords(t: PhaseProps['t'], level: SupportLevel, overrides: PhaseOverrides): string {
  const phases = overridePhases.filter((phase) => overrides[phase]).map((phase) => t(`support.phase.${phase}`))
  const said = t(`support.level.${level}`)
  return phases.length > 0 ? `${said}, ${t('support.closer_in', { phases: phases.join(', ') })}` : said
}

const Meaning = ({ whole, agreement, level, isLearner, t }: WithAgreement) => {
  const people = { me: isLearner ? 'learner' : 'facilitator', name: agreement.facilitator_name, learner: whole.journey.learner_name }
  return (
    <dl class="facts">
      <dt>{t('support.contact')}</dt>
      <dd>{t(`support.contact.${level}`)}</dd>
      <dt>{t('support.leads')}</dt>
      <dd>{t(`support.leads.${level}`, people)}</dd>
      <dt>{t('support.does', people)}</dt>
      <dd>{t(`support.does.${level}`, people)}</dd>
    </dl>
  )
}

/** One press, and support is closer. */
const More = ({ whole, agreement, level, overrides, me, t }: WithAgreement) => (
  <Fold id={`more-${agreement.id}`} summary={t('support.more')}>
    <Form action={`/journeys/${whole.journey.id}/support/more`} hidden={{ agreement: agreement.id, id: newId() }}>
      <p>{t('support.more_how', { name: agreement.facilitator_name })}</p>
      <Select
        name="phase"
        id={`more-where-${agreement.id}`}
        locale={me.locale}
        label={t('support.more_where')}
        value=""
        options={[
          { value: '', label: t('support.more_everywhere', { level: t(`support.level.${closer(level) ?? level}`) }) },
          ...overridePhases
            .filter((phase) => !overrides[phase])
            .map((phase) => ({ value: phase, label: t('support.more_in', { phase: t(`support.phase.${phase}`) }) })),
        ]}
      />
      <Actions>
        <Button>{t('support.more')}</Button>
      </Actions>
    </Form>
  </Fold>
)

/** A suggestion to the other of the two. The learner need not suggest more support: that is theirs at once. */
const Suggest = (props: WithAgreement) => {
  const { whole, agreement, level, overrides, isLearner, me, t } = props
  const form = `handover:${agreement.id}`
  const { typed, typedAll, error } = formState(props, form)
  const levels = levelsToSuggest(level).filter((one) => !isLearner || one !== closer(level))
  const id = (name: string) => `${name}-${agreement.id}`
  return (
    <Fold id={`suggest-${agreement.id}`} summary={t('support.suggest')} open={props.refill?.form === form}>
      <Form action={`/journeys/${whole.journey.id}/handovers`} hidden={{ agreement: agreement.id, id: typed('id', '') || newId() }}>
        <p>{t('support.suggest_how')}</p>
        <RadioGroup
          locale={me.locale}
          id={id('level')}
          name="level"
          label={t('support.suggest_level')}
          value={typed('level', levels[0] ?? level)}
          error={error('level')}
          options={levels.map((one) => {
            const said = t(`support.level.${one}`)
            return { value: one, label: one === level ? t('support.suggest_same', { level: said }) : said }
          })}
        />
        <CheckboxGroup
          locale={me.locale}
          id={id('closer')}
          name="closer"
          label={t('support.suggest_closer')}
          optional
          values={typedAll(
            'closer',
            overridePhases.filter((phase) => overrides[phase]),
          )}
          options={overridePhases.map((phase) => ({ value: phase, label: t(`support.phase.${phase}`) }))}
        />
        <RadioGroup
          locale={me.locale}
          id={id('for')}
          name="for"
          label={t('support.suggest_cycle')}
          value={typed('for', 'one_cycle')}
          options={(['one_cycle', 'for_good'] as const).map((value) => ({ value, label: t(`support.suggest_${value}`) }))}
        />
        <Actions>
          <Button>{t('support.suggest_send')}</Button>
        </Actions>
      </Form>
    </Fold>
  )
}

/** Every level that was agreed, with the day from which it held and what was said of it after a trial: farther off or closer, told the same way. */
const OverTime = ({ whole, agreement, me, now, t }: WithAgreement) => {
  const said = agreement.in_force.map((version) => ({
    from: version.from,
    level: levelInWords(t, version.support_level, version.phase_overrides),
    answer: whole.handovers.find(({ agreement_id, decided_at }) => agreement_id === agreement.id && decided_at === version.from)?.answer,
  }))
  const changes = said.filter(({ level }, index) => level !== said[index - 1]?.level)
  if (changes.length < 2) return null
  return (
    <Fold id={`over-time-${agreement.id}`} summary={t('support.over_time')}>
      <ol class="list">
        {changes.map(({ from, level, answer }) => (
          <li>
            <When at={new Date(from)} reader={me} now={now} />: {level}
            {answer && <span class="small"> ({t(`support.answered_${answer}`)})</span>}
          </li>
        ))}
      </ol>
    </Fold>
  )
}
