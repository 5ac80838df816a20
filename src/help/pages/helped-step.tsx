import type { Me } from '#platform/db/bound.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import { ConflictNotice } from '#platform/web/elements/conflict-notice.tsx'
import type { Assets } from '#platform/web/env.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { Fold } from '#ui/cards.tsx'
import { CheckboxGroup, ListField } from '#ui/choices.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { type HelpWords, words } from '../messages/index.ts'
import { namesIn } from '../parts/help-request.tsx'
import { type HelpedStep, helperSays, materialOf } from '../queries/assignee.ts'
import { assigneeFields as f, mayGiveMaterial, maySuggestChange, needsEyeLevel } from '../rules/assignee.ts'

export interface HelpedStepProps {
  step: HelpedStep
  me: Me
  assets: Assets
  now: Date
  typed?: Typed | undefined
  problems?: Problems | undefined
  /** The statement that neither is the other's superior is missing. */
  unconfirmed?: boolean | undefined
  conflict?: { theirs: string; version: number } | undefined
  flash?: string | undefined
}
type PartProps = HelpedStepProps & { t: HelpWords; here: string }

/** One step, for somebody who helps with it: what lies open about it, and what they have to say. Nothing else of the journey. */
export const HelpedStepPage = (props: HelpedStepProps) => {
  const { step, me, assets } = props
  const t = words(me.locale)
  const parts = { ...props, t, here: `/steps/${step.id}` }
  const title = t('assignee.title', { name: step.learnerName })
  const role = t(`assignee.role.${step.mine.role}`)
  return (
    <Page title={title} locale={me.locale} assets={assets} me={me} place="today" flash={props.flash}>
      <PageTitle
        title={<Words inline>{step.words.what || t('assignee.untitled')}</Words>}
        overline={<a href="/help-requests">{t('help.title')}</a>}
      >
        {t(step.mine.state === 'asked' ? 'assignee.lead.asked' : 'assignee.lead.accepted', { name: step.learnerName, role })}
      </PageTitle>
      <StepNow {...parts} />
      {step.mine.state === 'asked' ? <Agreeing {...parts} /> : <Writing {...parts} />}
      <Leaving {...parts} />
    </Page>
  )
}

const StepNow = ({ step, me, now, t, here }: PartProps) => {
  const { words: said } = step
  return (
    <LiveRegion id="step" topics={[step.id, me.personId]} at={now} src={here}>
      {step.byWhen && (
        <p>
          {t('assignee.by')} <When day={step.byWhen} reader={me} now={now} />
        </p>
      )}
      {step.minutesPlanned !== null && <p class="small">{t('assignee.minutes', { minutes: step.minutesPlanned })}</p>}
      {said.ifPart && said.thenPart && <Words>{t('assignee.if_then', { situation: said.ifPart, act: said.thenPart })}</Words>}
      {said.expectation && (
        <dl class="facts">
          <dt>{t('assignee.expectation')}</dt>
          <dd>
            <Words inline>{said.expectation}</Words>
          </dd>
        </dl>
      )}
      {step.needs.length > 0 && (
        <div>
          <p class="small">{t('assignee.needs')}</p>
          <ul>
            {step.needs.map((need) => (
              <li>
                <Words inline>{need.text}</Words>{' '}
                <span class="small">
                  {t(`assignee.need_state.${need.state}`)}
                  {need.neededBy && need.state === 'open' && (
                    <>
                      , {t('assignee.by')} <When day={need.neededBy} reader={me} now={now} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {step.mine.suggestion && <p class="small">{t(`assignee.suggestion.${step.mine.suggestion}`, { name: step.learnerName })}</p>}
    </LiveRegion>
  )
}

const Agreeing = ({ step, me, t, here, unconfirmed }: PartProps) => (
  <section class="section stack">
    <h2>{t('assignee.asked')}</h2>
    <p>{t(`assignee.hat.${step.mine.role}`)}</p>
    <Form action={`${here}/agreement`}>
      {needsEyeLevel(step.mine.role) && (
        <CheckboxGroup
          name="notSuperior"
          locale={me.locale}
          label={t('assignee.eye_level')}
          error={unconfirmed ? t('assignee.not_superior_needed') : undefined}
          options={[{ value: 'yes', label: t('assignee.not_superior') }]}
        />
      )}
      <Actions>
        <Button kind="primary">{t('assignee.agree')}</Button>
        <Button kind="quiet" further={{ formaction: `${here}/leaving` }}>
          {t('assignee.decline')}
        </Button>
      </Actions>
    </Form>
  </section>
)

const Writing = ({ step, me, t, here, typed, problems = {}, conflict }: PartProps) => {
  const { mine } = step
  const errors = sayProblems(problems, me.locale)
  const others = step.readers.filter(({ personId }) => personId !== me.personId).map(({ name }) => name)
  const readers = t('help.readers', { names: namesIn(me.locale, [t('help.you'), ...others]) })
  const labels = { note: t('assignee.note'), resource: t('assignee.material'), suggestion: t('assignee.suggest') }
  const value = (name: string, kept: string) => (typed ? String(typed[name] ?? '') : kept)
  const version = conflict?.version ?? mine.texts.find(({ field }) => field === 'note')?.version ?? 0
  return (
    <section class="section" aria-label={labels.note}>
      <lotse-draft data-key={`assignee:${mine.id}`}>
        <Form action={here} hidden={{ 'version.note': typed && !conflict ? String(typed['version.note'] ?? 0) : version }}>
          <ErrorSummary locale={me.locale} problems={errors} labels={labels} />
          <TextArea
            name="note"
            locale={me.locale}
            label={labels.note}
            hint={t(`assignee.note_hint.${mine.role}`)}
            rows={4}
            limit={f.note.max}
            value={value('note', helperSays(mine, 'note'))}
            error={errors.note}
            readers={readers}
            status={conflict && <ConflictNotice locale={me.locale} name="note" {...conflict} href={here} />}
          />
          {mayGiveMaterial(mine.role) && (
            <ListField
              name="resource"
              locale={me.locale}
              label={labels.resource}
              hint={t('assignee.material_hint')}
              limit={f.resource.max}
              optional
              entries={Math.min(f.resource.most, materialOf(mine).length + 2)}
              values={typed ? [typed.resource ?? []].flat() : materialOf(mine)}
              error={errors.resource}
              readers={readers}
            />
          )}
          {maySuggestChange(mine.role) && (
            <TextArea
              name="suggestion"
              locale={me.locale}
              label={labels.suggestion}
              hint={t('assignee.suggest_hint', { name: step.learnerName })}
              rows={2}
              limit={f.suggestion.max}
              optional
              value={value('suggestion', mine.suggestion === 'waiting' ? helperSays(mine, 'suggestion') : '')}
              error={errors.suggestion}
              readers={readers}
            />
          )}
          <Actions>
            <Button kind="primary">{t('assignee.save')}</Button>
          </Actions>
        </Form>
      </lotse-draft>
    </section>
  )
}

const Leaving = ({ step, t, here }: PartProps) =>
  step.mine.state === 'asked' ? null : (
    <Fold id="leave" summary={t('assignee.leave')}>
      <p>{t('assignee.leave_how', { name: step.learnerName })}</p>
      <Form action={`${here}/leaving`}>
        <Button>{t('assignee.leave')}</Button>
      </Form>
    </Fold>
  )
