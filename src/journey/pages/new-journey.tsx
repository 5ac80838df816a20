import type { Impulse } from '#library/library.ts'
import type { Assets } from '#platform/web/env.ts'
import { Note } from '#ui/cards.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { NewJourneyForm, type NewJourneyProps } from '../parts/new-journey.tsx'

type NewJourneyPageProps = NewJourneyProps & {
  assets: Assets
  /** What somebody would like to try, as they come from an impulse. */
  impulse?: Impulse
}

export const NewJourneyPage = ({ assets, impulse, ...form }: NewJourneyPageProps) => (
  <Page title={form.t('identify.new.title')} locale={form.me.locale} assets={assets} me={form.me} place="journeys">
    <PageTitle title={form.t('identify.new.title')} />
    {impulse && (
      <Note title={impulse.title}>
        <p>{impulse.tryToday}</p>
      </Note>
    )}
    <NewJourneyForm {...form} />
  </Page>
)
