import { DeputyLines } from '#facilitation/parts/deputies.tsx'
import type { RunningAgreement } from '#facilitation/queries/running.ts'
import type { DeputyOffer } from '#facilitation/rules/deputy.ts'
import { PeopleSearch } from '#person/parts/people-search.tsx'
import type { Named } from '#person/queries.ts'
import type { Me } from '#platform/db/bound.ts'
import type { Assets } from '#platform/web/env.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { CheckboxGroup } from '#ui/choices.tsx'
import { DateField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import { words } from '../messages/index.ts'

export interface AbsenceProps {
  me: Me
  assets: Assets
  now: Date
  /** The agreements in force of journeys that this person accompanies. */
  running: readonly RunningAgreement[]
  offers: readonly DeputyOffer[]
  sought: string
  found: readonly Named[]
  whom?: Named | undefined
  typed?: Typed
  problems?: Problems
  /** The days are over, turned round, or too many. */
  wrongDays?: boolean
  happened?: string | undefined
}

/** Being away: on which days, who stands in, and for whom. Each learner and whoever is asked say yes or no for themselves. */
export const AbsencePage = (props: AbsenceProps) => {
  const { me, assets, now, running, offers, sought, found, whom } = props
  const t = words(me.locale)
  const here = '/accompanying/absence'
  return (
    <Page title={t('absence.title')} locale={me.locale} assets={assets} me={me} place="accompanying" flash={props.happened}>
      <PageTitle title={t('absence.title')} overline={<a href="/accompanying">{t('page.title')}</a>}>
        {t('absence.lead')}
      </PageTitle>
      {offers.length > 0 && (
        <section class="stack" id="offers">
          <h2>{t('absence.offers')}</h2>
          <DeputyLines offers={offers} me={me} now={now} />
        </section>
      )}
      {running.length === 0 ? (
        <p>{t('absence.nobody')}</p>
      ) : whom ? (
        <Days {...props} whom={whom} />
      ) : (
        <section class="stack" id="found">
          <h2>{t('absence.whom')}</h2>
          <PeopleSearch
            locale={me.locale}
            action={`${here}#found`}
            sought={sought}
            found={found}
            choose={({ personId, name }) => <a href={`${here}?deputy=${personId}`}>{t('absence.choose', { name })}</a>}
          />
        </section>
      )}
    </Page>
  )
}

const Days = ({ me, running, whom, typed = {}, problems = {}, wrongDays }: AbsenceProps & { whom: Named }) => {
  const t = words(me.locale)
  const errors: Record<string, string> = { ...sayProblems(problems, me.locale), ...(wrongDays ? { to: t('absence.wrong_days') } : {}) }
  const day = (name: 'from' | 'to') => ({
    locale: me.locale,
    name,
    label: t(`absence.${name}`),
    value: String(typed[name] ?? ''),
    error: errors[name],
    required: true,
  })
  const journeys = running.map(({ id, otherName, title }) => ({ value: id, label: title ? `${otherName}: ${title}` : otherName }))
  return (
    <Form action="/accompanying/absence" hidden={{ deputy: whom.personId }}>
      <h2>{t('absence.days', { name: whom.name })}</h2>
      <ErrorSummary locale={me.locale} problems={errors} />
      <DateField {...day('from')} />
      <DateField {...day('to')} />
      <CheckboxGroup
        locale={me.locale}
        name="agreements"
        label={t('absence.journeys')}
        hint={t('absence.journeys_hint', { name: whom.name })}
        error={errors.agreements}
        options={journeys}
        values={typed.agreements === undefined ? journeys.map(({ value }) => value) : [typed.agreements].flat()}
      />
      <Actions>
        <Button kind="primary">{t('absence.propose')}</Button>
        <a class="button button-quiet" href="/accompanying/absence">
          {t('absence.another')}
        </a>
      </Actions>
    </Form>
  )
}
