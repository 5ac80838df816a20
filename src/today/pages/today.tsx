import { HelpedJourneys } from '#accompanying/parts/lines.tsx'
import { RequestLines } from '#directory/parts/request-lines.tsx'
import { ResetNotice } from '#person/parts/resets.tsx'
import type { PasswordReset } from '#person/person.ts'
import type { Me } from '#platform/db/bound.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import type { Assets } from '#platform/web/env.ts'
import { ScanOffer } from '#quickscan/parts/scan-offer.tsx'
import { JournalLines } from '#reflection/parts/journal-lines.tsx'
import type { JournalToday } from '#reflection/queries/prompts.ts'
import { SessionsAhead } from '#session/parts/sessions-ahead.tsx'
import { EmptyState } from '#ui/cards.tsx'
import { BuoyDrawing } from '#ui/drawings.tsx'
import { LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { fullDay } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { Dates, Turns } from '../parts/own-journeys.tsx'
import { Questions, WithMe } from '../parts/with-me.tsx'
import type { Day } from '../queries.ts'

export interface TodayProps extends Day {
  me: Me
  assets: Assets
  now: Date
  today: string
  /** What just happened. */
  flash: string | undefined
  /** Links to the own account that an administrator made, and that can still be cancelled. */
  resets: PasswordReset[]
  /** Reflection prompts for which it is time, and who opened something of their journal. */
  journal: JournalToday
}

/** Where one lands: what others ask, what lies with one, whose turn it is, what was agreed. Calm when there is nothing. */
export const TodayPage = (props: TodayProps) => {
  const { me, assets, now, today, journeys, helped, accompanied, agreements } = props
  const t = words(me.locale)
  const topics = [
    me.personId,
    ...journeys.map(({ whole }) => whole.journey.id),
    ...accompanied.map(({ journeyId }) => journeyId),
    ...[...agreements, ...props.sessions, ...props.requests].map(({ id }) => id),
  ]
  const isEmpty =
    journeys.length + helped.length + accompanied.length + agreements.length + props.questions.length + props.steps.length === 0
  return (
    <Page
      title={t('today.title')}
      locale={me.locale}
      assets={assets}
      me={me}
      place="today"
      {...(props.flash ? { flash: props.flash } : {})}
    >
      <PageTitle title={t('today.title')} overline={fullDay(today, me.locale)} />
      <ResetNotice resets={props.resets} reader={me} now={now} />
      <LiveRegion id="today" topics={[...new Set(topics)]} at={now}>
        {isEmpty && <FirstJourney {...props} />}
        <Questions {...props} />
        <RequestLines requests={props.requests} me={me} now={now} />
        <WithMe {...props} />
        <Turns {...props} />
        <SessionsAhead sessions={props.sessions} me={me} now={now} />
        <Dates {...props} />
        <Accompanied {...props} />
      </LiveRegion>
      <JournalLines journal={props.journal} locale={me.locale} />
      {props.offer && <ScanOffer offer={props.offer} locale={me.locale} />}
    </Page>
  )
}

const FirstJourney = ({ me }: TodayProps) => {
  const t = words(me.locale)
  return (
    <EmptyState
      drawing={<BuoyDrawing />}
      title={t('today.first')}
      act={
        <LinkButton kind="primary" href="/journeys/new">
          {t('today.begin')}
        </LinkButton>
      }
    >
      <p>{t('today.first_how')}</p>
    </EmptyState>
  )
}

const first = 3

/** The first of what would help others; the page for accompanying has all of it. */
const Accompanied = ({ me, helped, accompanied, now }: TodayProps) => {
  const t = words(me.locale)
  if (helped.length + accompanied.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('today.accompanied')}</h2>
      {helped.length === 0 && <p class="soft">{t('today.accompanied_calm')}</p>}
      <HelpedJourneys journeys={helped.slice(0, first)} me={me} now={now} />
      <p>
        <a href="/accompanying">{t(helped.length > first ? 'today.accompanied_more' : 'today.accompanied_all')}</a>
      </p>
    </section>
  )
}
