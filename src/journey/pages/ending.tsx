import { Note } from '#ui/cards.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { type Way, WaysOut } from '../parts/ending.tsx'
import { WayBack } from '../parts/head.tsx'
import type { PhaseProps } from '../parts/phase.ts'
import { hasCompleteReview } from '../rules/change.ts'
import { openCycle } from '../rules/cycle.ts'

/** The ways out of a journey that is not solved, side by side and none of them a failure. */
export const EndingPage = ({ chosen, ...props }: PhaseProps & { chosen: Way | undefined }) => {
  const { whole, state, me, assets, refill, t } = props
  const cycle = openCycle(state.cycles)
  return (
    <Page title={t('close.ending_title')} locale={me.locale} assets={assets} me={me} place="journeys">
      <PageTitle title={t('close.ending_title')} overline={<WayBack whole={whole} t={t} />}>
        {t('close.ending_lead')}
      </PageTitle>
      {refill?.refusal && (
        <Note tone="caution">
          <p role="alert">{refill.refusal}</p>
        </Note>
      )}
      {cycle && hasCompleteReview(state, cycle) && <p class="small">{t('close.review_first')}</p>}
      <WaysOut {...props} chosen={chosen} />
      <EraseLink {...props} />
    </Page>
  )
}

/** Erasing is no ending among others: it has a page of its own. */
const EraseLink = ({ whole, t }: PhaseProps) => (
  <p class="section small">
    <a href={`/journeys/${whole.journey.id}/erasure`}>{t('close.erase')}</a>
  </p>
)
