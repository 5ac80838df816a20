import type { Me } from '#platform/db/bound.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import type { Assets } from '#platform/web/env.ts'
import { Fold } from '#ui/cards.tsx'
import { Actions, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { Words } from '#ui/words.tsx'
import type { JourneyWords } from '../messages/index.ts'
import { Course } from '../parts/course-of.tsx'
import { TurnLine, titleOf } from '../parts/head.tsx'
import { NewJourneyForm } from '../parts/new-journey.tsx'
import { stateOf } from '../queries/state.ts'
import type { WholeJourney } from '../queries/whole.ts'

interface JourneysPageProps {
  me: Me
  assets: Assets
  now: Date
  today: string
  t: JourneyWords
  /** Own and accompanied ones, last written first. */
  journeys: readonly WholeJourney[]
}

/** All journeys of a person, recognisable by their course; those they accompany apart. */
export const JourneysPage = (props: JourneysPageProps) => {
  const { me, assets, now, t, journeys } = props
  const own = journeys.filter(({ journey }) => journey.learner_id === me.personId)
  const accompanied = journeys.filter(({ journey }) => journey.learner_id !== me.personId)
  return (
    <Page title={t('identify.list.title')} locale={me.locale} assets={assets} me={me} place="journeys">
      <PageTitle title={t('identify.list.title')}>{t('identify.list.lead')}</PageTitle>
      {own.length === 0 ? (
        <section class="stack">
          <h2>{t('identify.list.empty_title')}</h2>
          <p>{t('identify.list.empty')}</p>
          <NewJourneyForm me={me} t={t} asked={0} />
        </section>
      ) : (
        <Actions>
          <LinkButton kind="primary" href="/journeys/new">
            {t('identify.list.new')}
          </LinkButton>
          <LinkButton kind="quiet" href="/needs">
            {t('needs.all')}
          </LinkButton>
          <LinkButton kind="quiet" href="/help-requests">
            {t('stuck.asked')}
          </LinkButton>
        </Actions>
      )}
      <LiveRegion id="journeys" topics={journeys.map(({ journey }) => journey.id)} at={now}>
        <Lines {...props} heading="h2" journeys={own.filter(({ journey }) => journey.phase !== 'done')} />
        <Done {...props} journeys={own.filter(({ journey }) => journey.phase === 'done')} />
        {own.length > 0 && (
          <p>
            <a href="/over-time">{t('identify.list.over_time')}</a>
          </p>
        )}
        {accompanied.length > 0 && (
          <section class="stack" id="accompanied">
            <h2>{t('identify.list.accompanied')}</h2>
            <Lines {...props} heading="h3" journeys={accompanied} />
          </section>
        )}
      </LiveRegion>
    </Page>
  )
}

const Done = (props: JourneysPageProps) =>
  props.journeys.length === 0 ? null : (
    <Fold id="closed-journeys" summary={props.t('identify.list.closed')} aside={String(props.journeys.length)}>
      <Lines {...props} heading="h2" />
    </Fold>
  )

const Lines = ({ journeys, me, today, t, heading: Heading }: JourneysPageProps & { heading: 'h2' | 'h3' }) =>
  journeys.length === 0 ? null : (
    <ul class="journeys">
      {journeys.map((whole) => (
        <li class="journeys-one" id={`journey-${whole.journey.id}`}>
          <Course whole={whole} locale={me.locale} small />
          <div>
            <Heading class="journeys-title">
              <a href={`/journeys/${whole.journey.id}`}>{titleOf(whole) ? <Words inline>{titleOf(whole)}</Words> : t('shared.untitled')}</a>
            </Heading>
            <p class="small">{placeInWords(whole, me, t)}</p>
            <TurnLine state={stateOf(whole)} today={today} whole={whole} isLearner={whole.journey.learner_id === me.personId} t={t} />
          </div>
        </li>
      ))}
    </ul>
  )

/** Whose it is where that is not plain, the status where it is not simply under way, the phase, the cycle. */
function placeInWords({ journey, cycles }: WholeJourney, me: Me, t: JourneyWords): string {
  const whose = journey.learner_id === me.personId ? [] : [journey.learner_name]
  const where = journey.outcome
    ? [t(`shared.outcome.${journey.outcome}`)]
    : journey.status === 'active'
      ? []
      : [t(`shared.status.${journey.status}`)]
  const phase = journey.phase === 'done' ? [] : [t(`shared.phase.${journey.phase}`)]
  const cycle = cycles.length > 0 && !journey.outcome ? [t('shared.cycle', { number: cycles.length })] : []
  return [...whose, ...where, ...cycle, ...phase].join(' · ')
}
