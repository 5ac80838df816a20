import { words as journeyWords } from '#journey/messages/index.ts'
import { Course } from '#journey/parts/course-of.tsx'
import { TurnLine } from '#journey/parts/head.tsx'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { words } from '../messages/index.ts'
import type { TodayProps } from '../pages/today.tsx'
import { agreedDates, byTurn } from '../today.ts'

/** The own journeys, each by its course and whose turn it is. */
export const Turns = ({ me, journeys, today }: TodayProps) => {
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

/** The days that were agreed, earliest first. */
export const Dates = ({ me, journeys, secondChecks, today, now }: TodayProps) => {
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
