import type { Assets } from '#platform/web/env.ts'
import { Page, PageTitle } from '#ui/page.tsx'
import { NewJourneyForm, type NewJourneyProps } from '../parts/new-journey.tsx'

export const NewJourneyPage = ({ assets, ...form }: NewJourneyProps & { assets: Assets }) => (
  <Page title={form.t('identify.new.title')} locale={form.me.locale} assets={assets} me={form.me} place="journeys">
    <PageTitle title={form.t('identify.new.title')} />
    <NewJourneyForm {...form} />
  </Page>
)
