import { DeputyLines } from '#facilitation/parts/deputies.tsx'
import { HelpedStepLines } from '#help/parts/assignee.tsx'
import { HelpRequestLines } from '#help/parts/help-request.tsx'
import { bodyOf, needsAskedAbout } from '#journey/queries/whole.ts'
import { Waiting } from '#practice/parts/waiting.tsx'
import { words } from '../messages/index.ts'
import type { TodayProps } from '../pages/today.tsx'

/** What others ask of this person: questions for help, help with a step, and what is to be known of something needed. */
export const Questions = ({ me, journeys, questions, steps, now }: TodayProps) => {
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

/** What lies with this person: suggestions, agreements, deputies, texts about them. None of it is urgent, and nothing waits for it. */
export const WithMe = ({ me, now, journeys, agreements, deputies, inPractice }: TodayProps) => {
  const t = words(me.locale)
  const titled = (title: string | null) => title || t('today.untitled')
  const proposals = journeys.flatMap(({ whole, dated }) =>
    whole.proposals.filter((proposal) => proposal.state === 'waiting').map((proposal) => ({ proposal, dated })),
  )
  if (proposals.length + agreements.length + deputies.length + inPractice.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('today.with_me')}</h2>
      {proposals.length + agreements.length > 0 && (
        <ul class="lines">
          {proposals.map(({ proposal, dated }) => (
            <li>
              <a href={`/journeys/${dated.id}#proposal-${proposal.id}`}>
                {t('today.proposal_by', { name: proposal.authorName, title: titled(dated.title) })}
              </a>
            </li>
          ))}
          {agreements.map(({ id, journeyId, otherName, title, waits }) => (
            <li>
              <a href={waits === 'my_word' ? `/journeys/${journeyId}` : `/journeys/${journeyId}/agreement/${id}`}>
                {waits === 'my_draft' && t('today.wants_in', { name: otherName, title: titled(title) })}
                {waits === 'my_confirmation' && t('today.agreement_to_confirm', { name: otherName })}
                {waits === 'my_word' && t('today.word_wanted', { name: otherName, title: titled(title) })}
              </a>
              {waits === 'my_draft' && <p class="small">{t('today.wants_in_how')}</p>}
            </li>
          ))}
        </ul>
      )}
      <DeputyLines offers={deputies} me={me} now={now} />
      <Waiting waiting={inPractice} locale={me.locale} />
    </section>
  )
}
