import { words as helpWords } from '#help/messages/index.ts'
import { standingOfNeed } from '#help/rules/need-link.ts'
import { dayIn } from '#platform/clock.ts'
import type { Me } from '#platform/db/bound.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import type { Assets } from '#platform/web/env.ts'
import { EmptyState } from '#ui/cards.tsx'
import { BuoyDrawing } from '#ui/drawings.tsx'
import { LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import type { JourneyWords } from '../messages/index.ts'
import type { OwnNeed } from '../queries/needs.ts'

interface NeedsPageProps {
  me: Me
  assets: Assets
  now: Date
  t: JourneyWords
  needs: readonly OwnNeed[]
}

/** All that one's steps still need, over all journeys, by the day it is needed; below it, what was answered lately. */
export const NeedsPage = (props: NeedsPageProps) => {
  const { me, assets, now, t, needs } = props
  const [open, answered] = [needs.filter(({ state }) => state === 'open'), needs.filter(({ state }) => state !== 'open')]
  return (
    <Page title={t('needs.title')} locale={me.locale} assets={assets} me={me} place="journeys">
      <PageTitle title={t('needs.title')} overline={<a href="/journeys">{t('identify.list.title')}</a>}>
        {needs.length > 0 ? t('needs.lead') : undefined}
      </PageTitle>
      <LiveRegion id="needs" topics={[me.personId]} at={now}>
        {needs.length === 0 && (
          <EmptyState
            drawing={<BuoyDrawing />}
            title={t('needs.none')}
            act={<LinkButton href="/journeys">{t('needs.to_journeys')}</LinkButton>}
          >
            <p>{t('needs.empty')}</p>
          </EmptyState>
        )}
        <NeedLines {...props} needs={open} />
        {answered.length > 0 && (
          <section class="stack">
            <h2>{t('needs.answered')}</h2>
            <NeedLines {...props} needs={answered} />
          </section>
        )}
      </LiveRegion>
    </Page>
  )
}

const NeedLines = ({ needs, me, now, t }: NeedsPageProps) => {
  const h = helpWords(me.locale)
  const today = dayIn(me.timeZone, now)
  if (needs.length === 0) return null
  return (
    <ul class="lines">
      {needs.map((need) => (
        <li>
          <a href={`/needs/${need.id}`}>
            <Words inline>{need.text}</Words>
          </a>
          <p class="small">
            {need.neededBy && (
              <>
                {t(need.neededBy < today && need.state === 'open' ? 'plan.was_due' : 'plan.by')}{' '}
                <When day={need.neededBy} reader={me} now={now} /> ·{' '}
              </>
            )}
            {need.state === 'open' ? h(`need.standing.${standingOfNeed(need.link, false, now)}`) : t(`plan.need_state.${need.state}`)}
          </p>
          <p class="small">
            {need.step || t('plan.untitled_step')} ·{' '}
            <a href={`/journeys/${need.journeyId}#step-${need.stepId}`}>{need.journey || t('shared.untitled')}</a>
          </p>
        </li>
      ))}
    </ul>
  )
}
