import { RequestLines } from '#directory/parts/request-lines.tsx'
import { DeputyLines } from '#facilitation/parts/deputies.tsx'
import { HelpRequestLines } from '#help/parts/help-request.tsx'
import type { Me } from '#platform/db/bound.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import type { Assets } from '#platform/web/env.ts'
import { Waiting } from '#practice/parts/waiting.tsx'
import { SessionsAhead } from '#session/parts/sessions-ahead.tsx'
import { EmptyState } from '#ui/cards.tsx'
import { CompassDrawing } from '#ui/drawings.tsx'
import { LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { Words } from '#ui/words.tsx'
import { type HelpedJourney, helpedNow } from '../accompanying.ts'
import { words } from '../messages/index.ts'
import { HelpedJourneys } from '../parts/lines.tsx'
import type { Accompaniment, Capacity } from '../queries.ts'

export interface AccompanyingProps extends Accompaniment {
  me: Me
  assets: Assets
  now: Date
  today: string
  happened: string | undefined
}

/** What would help whom now, for whoever accompanies. Never who was here when. */
export const AccompanyingPage = (props: AccompanyingProps) => {
  const { me, assets, now, today, accompanied, running, sessions, requests, questions, inPractice, deputies } = props
  const t = words(me.locale)
  const helped = helpedNow(props, today)
  const isCalm = helped.length + requests.length + questions.length + sessions.length + inPractice.length + deputies.length === 0
  const isNew = isCalm && accompanied.length === 0 && props.capacity === undefined
  const topics = [
    ...accompanied.map(({ journeyId }) => journeyId),
    ...[...running, ...sessions, ...requests, ...questions].map(({ id }) => id),
  ]
  return (
    <Page title={t('page.title')} locale={me.locale} assets={assets} me={me} place="accompanying" flash={props.happened}>
      <PageTitle title={t('page.title')}>{isNew ? undefined : t('page.lead')}</PageTitle>
      <LiveRegion id="accompanying" topics={[me.personId, ...new Set(topics)]} at={now}>
        {isNew && <Nobody {...props} />}
        {isCalm && !isNew && <p>{t('page.calm')}</p>}
        <RequestLines requests={requests} me={me} now={now} />
        <Asked {...props} />
        <SessionsAhead sessions={sessions} me={me} now={now} />
        {helped.length > 0 && (
          <section class="stack" id="now">
            <h2>{t('group.now')}</h2>
            <HelpedJourneys journeys={helped} me={me} now={now} />
          </section>
        )}
        {deputies.length > 0 && (
          <section class="stack" id="deputies">
            <h2>{t('group.deputy')}</h2>
            <DeputyLines offers={deputies} me={me} now={now} />
          </section>
        )}
        {inPractice.length > 0 && (
          <section class="stack" id="practice">
            <h2>{t('group.practice')}</h2>
            <Waiting waiting={inPractice} locale={me.locale} />
          </section>
        )}
        <OtherJourneys {...props} helped={helped} />
      </LiveRegion>
      <Around {...props} />
    </Page>
  )
}

const Nobody = ({ me }: AccompanyingProps) => {
  const t = words(me.locale)
  return (
    <EmptyState
      drawing={<CompassDrawing />}
      title={t('empty.title')}
      act={<LinkButton href="/facilitators/mine">{t('empty.go')}</LinkButton>}
    >
      <p>{t('empty.how')}</p>
    </EmptyState>
  )
}

const Asked = ({ questions, me, now }: AccompanyingProps) => {
  const t = words(me.locale)
  if (questions.length === 0) return null
  return (
    <section class="stack" id="asked">
      <h2>{t('group.asked')}</h2>
      <HelpRequestLines requests={questions} reader={me} now={now} />
    </section>
  )
}

/** Those with nothing to do for now, by the names of their learners: nobody comes first or last for what they did. */
const OtherJourneys = ({ accompanied, helped, me }: AccompanyingProps & { helped: readonly HelpedJourney[] }) => {
  const t = words(me.locale)
  const others = accompanied.filter(({ journeyId }) => !helped.some((one) => one.journeyId === journeyId))
  if (others.length === 0) return null
  return (
    <section class="stack" id="journeys">
      <h2>{t(helped.length > 0 ? 'journeys.others' : 'journeys.title')}</h2>
      <ul class="lines">
        {others.map(({ journeyId, learnerName, title }) => (
          <li>
            <a href={`/journeys/${journeyId}`}>{title ? <Words inline>{title}</Words> : t('journeys.untitled')}</a>
            <p class="small">{learnerName}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function capacityInWords({ places, free, paused }: Capacity, accompanied: number, t: ReturnType<typeof words>) {
  if (paused) return t('own.paused')
  return accompanied > places ? t('own.more_than_places', { places }) : t('own.places', { places, free })
}

/** How many one would accompany, in words, and what is at hand for it. */
const Around = ({ capacity, accompanied, me }: AccompanyingProps) => {
  const t = words(me.locale)
  return (
    <section class="stack" id="own">
      <h2>{t('own.title')}</h2>
      <p>{capacity ? capacityInWords(capacity, accompanied.length, t) : t('own.no_introduction')}</p>
      <p class="row">
        <a href="/facilitators/mine">{t('own.introduction')}</a>
        <a href="/accompanying/absence">{t('own.absence')}</a>
        <a href="/practice">{t('own.practice')}</a>
        <a href="/questions">{t('own.questions')}</a>
      </p>
    </section>
  )
}
