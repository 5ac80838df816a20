import { words as helpWords } from '#help/messages/index.ts'
import { type HelpRequestField, helpRequestFieldNames, helpRequestFields } from '#help/rules/help-request.ts'
import { PeopleSearch } from '#person/parts/people-search.tsx'
import type { Named } from '#person/queries.ts'
import { newId } from '#platform/ids.ts'
import { TextArea } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { WayBack } from '../parts/head.tsx'
import type { PhaseProps } from '../parts/phase.ts'
import { formState } from '../parts/writing.tsx'

/** Whom to ask: whoever accompanies stands first, everybody else is found by name. */
export const WhomToAskPage = (props: PhaseProps & { sought: string; found: readonly Named[] }) => {
  const { whole, me, assets, t, sought, found } = props
  const here = `/journeys/${whole.journey.id}/help`
  const near = whole.members.filter(({ role, reads_from: from, until }) => role === 'facilitator' && from && !until)
  const choose = ({ personId, name }: Named) => <a href={`${here}?to=${personId}`}>{t('stuck.ask', { name })}</a>
  return (
    <Page title={t('stuck.title')} locale={me.locale} assets={assets} me={me} place="journeys">
      <PageTitle title={t('stuck.title')} overline={<WayBack whole={whole} t={t} />}>
        {t('stuck.whom_lead')}
      </PageTitle>
      {near.length > 0 && (
        <section class="stack">
          <h2>{t('stuck.near')}</h2>
          <ul class="lines">
            {near.map(({ person_id: personId, name }) => (
              <li>{choose({ personId, name })}</li>
            ))}
          </ul>
        </section>
      )}
      <section class="stack" id="found">
        <h2>{t('stuck.whom')}</h2>
        <p>{t('stuck.whom_how')}</p>
        <PeopleSearch locale={me.locale} action={`${here}#found`} sought={sought} found={found} choose={choose} />
      </section>
    </Page>
  )
}

const rows: Record<HelpRequestField, number> = { goal: 2, tried: 4, happened: 4, wantToUnderstand: 3 }

/** The question itself: four fields that lead from what one wants to what one wants to understand. */
export const AskPage = (props: PhaseProps & { whom: Named }) => {
  const { whole, me, assets, t, whom } = props
  const h = helpWords(me.locale)
  const state = formState(props, 'help')
  const here = `/journeys/${whole.journey.id}/help`
  const labels = Object.fromEntries(helpRequestFieldNames.map((field) => [field, h(`help.${field}`)]))
  const hints: Partial<Record<HelpRequestField, string>> = {
    goal: h('help.goal_hint'),
    tried: h('help.tried_hint'),
    wantToUnderstand: h('help.wantToUnderstand_hint'),
  }
  const title = t('stuck.ask', { name: whom.name })
  return (
    <Page title={title} locale={me.locale} assets={assets} me={me} place="journeys">
      <PageTitle title={title} overline={<WayBack whole={whole} t={t} />}>
        {t('stuck.ask_lead', { name: whom.name })}
      </PageTitle>
      <lotse-draft data-key={`help:new:${whole.journey.id}`}>
        <Form action={here} hidden={{ id: state.typed('id', newId()), to: whom.personId }}>
          <ErrorSummary locale={me.locale} problems={state.errors} labels={labels} />
          {helpRequestFieldNames.map((field) => (
            <TextArea
              name={field}
              locale={me.locale}
              label={h(`help.${field}`)}
              hint={hints[field]}
              rows={rows[field]}
              limit={helpRequestFields[field].max}
              optional={!helpRequestFields[field].required}
              value={state.typed(field, '')}
              error={state.error(field)}
              readers={h('help.readers_then', { name: whom.name })}
            />
          ))}
          <Actions>
            <Button kind="primary">{t('stuck.send')}</Button>
            <a class="button button-quiet" href={here}>
              {t('stuck.another')}
            </a>
          </Actions>
        </Form>
      </lotse-draft>
    </Page>
  )
}
