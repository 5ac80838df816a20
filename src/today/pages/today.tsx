import { HelpLines } from '#accompanying/parts/lines.tsx'
import { RequestLines } from '#directory/parts/request-lines.tsx'
import type { FacilitationRequest } from '#directory/queries/requests.ts'
import { DeputyLines } from '#facilitation/parts/deputies.tsx'
import { HelpedStepLines } from '#help/parts/assignee.tsx'
import { HelpRequestLines } from '#help/parts/help-request.tsx'
import { words as journeyWords } from '#journey/messages/index.ts'
import { Course } from '#journey/parts/course-of.tsx'
import { TurnLine } from '#journey/parts/head.tsx'
import { bodyOf, needsAskedAbout } from '#journey/queries/whole.ts'
import { ResetNotice } from '#person/parts/resets.tsx'
import type { PasswordReset } from '#person/person.ts'
import type { Me } from '#platform/db/bound.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import type { Assets } from '#platform/web/env.ts'
import { Waiting } from '#practice/parts/waiting.tsx'
import type { WaitingInPractice } from '#practice/queries/waiting.ts'
import { ScanOffer } from '#quickscan/parts/scan-offer.tsx'
import type { Offer } from '#quickscan/queries.ts'
import { JournalLines } from '#reflection/parts/journal-lines.tsx'
import type { JournalToday } from '#reflection/queries/prompts.ts'
import { SessionsAhead } from '#session/parts/sessions-ahead.tsx'
import type { SessionAhead } from '#session/queries/ahead.ts'
import { EmptyState } from '#ui/cards.tsx'
import { BuoyDrawing } from '#ui/drawings.tsx'
import { LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { fullDay } from '#ui/time.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { words } from '../messages/index.ts'
import type { Day } from '../queries.ts'
import { agreedDates, byTurn } from '../today.ts'

interface TodayProps extends Day {
  me: Me
  assets: Assets
  now: Date
  today: string
  /** Links to the own account that an administrator made, and that can still be cancelled. */
  resets: PasswordReset[]
  /** A self-test offered on an occasion, once. */
  offer?: Offer | undefined
  /** What lies with this person in the practice of somebody who accompanies. */
  inPractice: readonly WaitingInPractice[]
  sessions: readonly SessionAhead[]
  /** Reflection prompts for which it is time, and who opened something of their journal. */
  journal: JournalToday
  /** Requests to accompany: asked of this person, on their way, or back with them. */
  requests: readonly FacilitationRequest[]
}

/** Where one lands: whose turn it is, what waits, what was agreed. Calm when there is nothing. */
export const TodayPage = (props: TodayProps) => {
  const { me, assets, now, today, journeys, helpful, accompanied, agreements } = props
  const t = words(me.locale)
  const topics = [
    me.personId,
    ...journeys.map(({ whole }) => whole.journey.id),
    ...accompanied.map(({ journeyId }) => journeyId),
    ...agreements.map(({ id }) => id),
    ...props.sessions.map(({ id }) => id),
    ...props.requests.map(({ id }) => id),
  ]
  return (
    <Page title={t('today.title')} locale={me.locale} assets={assets} me={me} place="today">
      <PageTitle title={t('today.title')} overline={fullDay(today, me.locale)} />
      <ResetNotice resets={props.resets} reader={me} now={now} />
      <LiveRegion id="today" topics={[...new Set(topics)]} at={now}>
        {journeys.length + helpful.length + accompanied.length + agreements.length + props.questions.length + props.steps.length === 0 && (
          <FirstJourney {...props} />
        )}
        <Questions {...props} />
        <WaitingForMe {...props} />
        <Deputies {...props} />
        <RequestLines requests={props.requests} me={me} now={now} />
        <Waiting waiting={props.inPractice} locale={me.locale} />
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

const titleIn = (t: ReturnType<typeof words>, title: string | null) => title || t('today.untitled')

/** Suggestions to decide on, and people who accepted an invitation: both lie with the learner, and neither is urgent. */
const WaitingForMe = ({ me, journeys, agreements }: TodayProps) => {
  const t = words(me.locale)
  const proposals = journeys.flatMap(({ whole, dated }) =>
    whole.proposals.filter((proposal) => proposal.state === 'waiting').map((proposal) => ({ proposal, dated })),
  )
  if (proposals.length + agreements.length === 0) return null
  return (
    <section class="stack">
      {proposals.length > 0 && <h2>{t('today.proposals', { count: proposals.length })}</h2>}
      <ul class="lines">
        {proposals.map(({ proposal, dated }) => (
          <li>
            <a href={`/journeys/${dated.id}#proposal-${proposal.id}`}>
              {t('today.proposal_by', { name: proposal.authorName, title: titleIn(t, dated.title) })}
            </a>
          </li>
        ))}
        {agreements.map(({ id, journeyId, otherName, title, waits }) => (
          <li>
            <a href={waits === 'my_word' ? `/journeys/${journeyId}` : `/journeys/${journeyId}/agreement/${id}`}>
              {waits === 'my_draft' && t('today.wants_in', { name: otherName, title: titleIn(t, title) })}
              {waits === 'my_confirmation' && t('today.agreement_to_confirm', { name: otherName })}
              {waits === 'my_word' && t('today.word_wanted', { name: otherName, title: titleIn(t, title) })}
            </a>
            {waits === 'my_draft' && <p class="small">{t('today.wants_in_how')}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Deputies = ({ deputies, me, now }: TodayProps) =>
  deputies.length === 0 ? null : (
    <section class="stack">
      <h2>{words(me.locale)('today.deputies')}</h2>
      <DeputyLines offers={deputies} me={me} now={now} />
    </section>
  )

/** What others ask of this person: questions for help, help with a step, and what is to be known of something needed. */
const Questions = ({ me, journeys, questions, steps, now }: TodayProps) => {
  const t = words(me.locale)
  const needs = journeys.flatMap(({ whole }) => needsAskedAbout(whole, now))
  if (questions.length + steps.length + needs.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('today.questions')}</h2>
      <HelpRequestLines requests={questions} reader={me} now={now} />
      <HelpedStepLines steps={steps} reader={me} now={now} />
      {needs.length > 0 && (
        <ul class="lines">
          {needs.map((need) => (
            <li>
              <a href={`/needs/${need.id}`}>{t('today.need_question', { need: bodyOf(need.texts, 'text') })}</a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/help-requests">{t('today.questions_more')}</a>
      </p>
    </section>
  )
}

const Turns = ({ me, journeys, today }: TodayProps) => {
  const t = words(me.locale)
  if (journeys.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('today.turns')}</h2>
      <ul class="journeys">
        {byTurn(journeys, today).map(({ whole, state, dated }) => (
          <li class="journeys-one">
            <Course whole={whole} locale={me.locale} small />
            <div>
              <h3>
                <a href={`/journeys/${dated.id}`}>{dated.title ? <Words inline>{dated.title}</Words> : t('today.untitled')}</a>
              </h3>
              <TurnLine state={state} today={today} whole={whole} isLearner t={journeyWords(me.locale)} />
              {state.status === 'paused' && whole.events.at(-1)?.name === 'autoPause' && (
                <p class="small">{journeyWords(me.locale)('shared.event.autoPause')}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a href="/journeys">{t('today.more')}</a>
      </p>
    </section>
  )
}

const Dates = ({ me, journeys, secondChecks, today, now }: TodayProps) => {
  const t = words(me.locale)
  const dates = agreedDates(journeys, today, secondChecks)
  if (dates.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('today.dates')}</h2>
      <ul class="lines">
        {dates.map((date) => (
          <li>
            <span class="lines-when">
              <When day={date.day} reader={me} now={now} />
            </span>{' '}
            <a href={`/journeys/${date.journeyId}${date.fragment}`}>{t(`today.date_${date.what}`, { text: date.text })}</a>
            <p class="small">
              <Words inline>{date.journeyTitle}</Words>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The first of what would help others; the page for accompanying has all of it. */
const Accompanied = ({ me, helpful, accompanied, now }: TodayProps) => {
  const t = words(me.locale)
  if (helpful.length + accompanied.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('today.accompanied')}</h2>
      {helpful.length === 0 && <p class="soft">{t('today.accompanied_calm')}</p>}
      <HelpLines lines={helpful.slice(0, 3)} me={me} now={now} />
      <p>
        <a href="/accompanying">{t(helpful.length > 3 ? 'today.accompanied_more' : 'today.accompanied_all')}</a>
      </p>
    </section>
  )
}
