import { Button, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { WayBack } from '../parts/head.tsx'
import type { PhaseProps } from '../parts/phase.ts'
import type { RemovedThing } from '../queries/removed.ts'

interface RemovedProps {
  things: readonly RemovedThing[]
  /** What was just brought back, or why not. */
  said?: string
}

/** The bin of a journey: everything its learner removed in the last 30 days, to bring back in any order. */
export const RemovedPage = ({ things, said, ...props }: PhaseProps & RemovedProps) => {
  const { whole, me, now, assets, t } = props
  const here = `/journeys/${whole.journey.id}`
  return (
    <Page title={t('attempt.bin_title')} locale={me.locale} assets={assets} me={me} place="journeys" flash={said}>
      <PageTitle title={t('attempt.bin_title')} overline={<WayBack whole={whole} t={t} />}>
        {things.length > 0 ? t('attempt.bin_lead') : t('attempt.bin_empty')}
      </PageTitle>
      <ul class="list removed">
        {things.map((thing) => {
          const what = thing.words || t('attempt.bin_no_words')
          return (
            <li id={`removed-${thing.id}`}>
              <p class="card-says">
                {t(`attempt.bin_kind.${thing.kind}`)}, {t('attempt.bin_removed')}{' '}
                <When at={new Date(thing.removed_at)} now={now} reader={me} />
              </p>
              <Words>{what}</Words>
              {thing.belongs_to && <p class="small">{t('attempt.bin_part_of', { what: thing.belongs_to })}</p>}
              <Form class="actions" action={`${here}/removed`} hidden={{ kind: thing.kind, id: thing.id }}>
                <Button label={t('attempt.bin_restore_label', { what })}>{t('attempt.bin_restore')}</Button>
              </Form>
            </li>
          )
        })}
      </ul>
    </Page>
  )
}
