import { type HelpWords, words as helpWords } from '#help/messages/index.ts'
import { NeedAnswers } from '#help/parts/need-answers.tsx'
import { needWordsMax, questionOf, standingOfNeed } from '#help/rules/need-link.ts'
import { LinkToHandOver } from '#person/parts/link-to-hand-over.tsx'
import { dayIn } from '#platform/clock.ts'
import type { Me } from '#platform/db/bound.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import type { Assets } from '#platform/web/env.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { Note } from '#ui/cards.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import { sayDate } from '#ui/time.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import type { JourneyWords } from '../messages/index.ts'
import { ChangeNeedState } from '../parts/need-states.tsx'
import type { OwnNeed } from '../queries/needs.ts'

export interface NeedPageProps {
  me: Me
  assets: Assets
  now: Date
  t: JourneyWords
  need: OwnNeed
  /** A link that was just made: shown this once. */
  madeLink?: string
  typed?: Typed
  problems?: Problems
  /** Why where it stands could not be changed. */
  refusal?: string
  flash?: string | undefined
}
type PartProps = NeedPageProps & { h: HelpWords; here: string }

/** One need: where it stands, the link by which somebody is asked for it, and what they said. */
export const OwnNeedPage = (props: NeedPageProps) => {
  const { me, assets, now, t, need, flash } = props
  const parts = { ...props, h: helpWords(me.locale), here: `/needs/${need.id}` }
  return (
    <Page title={need.text} locale={me.locale} assets={assets} me={me} place="journeys" flash={flash}>
      <PageTitle title={<Words inline>{need.text}</Words>} overline={<a href="/needs">{t('needs.title')}</a>} />
      <LiveRegion id="need" topics={[me.personId]} at={now} src={parts.here}>
        <p class="small">
          {need.step || t('plan.untitled_step')} ·{' '}
          <a href={`/journeys/${need.journeyId}#step-${need.stepId}`}>{need.journey || t('shared.untitled')}</a>
        </p>
        <p>
          {t(`plan.need_state.${need.state}`)}
          {need.neededBy && need.state === 'open' && (
            <>
              , {t(need.neededBy < dayIn(me.timeZone, now) ? 'plan.was_due' : 'plan.by')} <When day={need.neededBy} reader={me} now={now} />
            </>
          )}
        </p>
        {need.link && <NeedAnswers answers={need.link.answers} asker={me.name} reader={me} now={now} />}
      </LiveRegion>
      <Replying {...parts} />
      <LinkControls {...parts} />
      <States {...parts} />
    </Page>
  )
}

/** What the learner says to the question that waits for a word. */
const Replying = ({ need, me, h, here, typed = {}, problems = {} }: PartProps) => {
  const question = need.link && need.state === 'open' ? questionOf(need.link) : undefined
  const errors = sayProblems(problems, me.locale)
  if (!question) return null
  return (
    <Form action={`${here}/replies`} hidden={{ answerId: question.id }}>
      <ErrorSummary locale={me.locale} problems={errors} labels={{ reply: h('need.reply') }} />
      <TextArea
        name="reply"
        locale={me.locale}
        label={h('need.reply')}
        limit={needWordsMax}
        value={String(typed.reply ?? '')}
        error={errors.reply}
        readers={h('need.reply_readers')}
      />
      <Actions>
        <Button kind="primary">{h('need.reply_send')}</Button>
      </Actions>
    </Form>
  )
}

/** The link: made, renewed, taken back. */
const LinkControls = ({ need, me, now, h, here, madeLink }: PartProps) => {
  if (need.state !== 'open') return null
  const standing = standingOfNeed(need.link, false, now)
  const works = standing === 'sent' || standing === 'question'
  const until = need.link && sayDate(dayIn(me.timeZone, need.link.expiresAt), dayIn(me.timeZone, now), me.locale)
  return (
    <section class="section stack">
      <h2>{h('need.link')}</h2>
      <p>{h('need.link_how')}</p>
      {madeLink && (
        <Note tone="harbour">
          <LinkToHandOver id="link" label={h('need.link_ready')} link={madeLink} />
        </Note>
      )}
      {works && until && <p class="small">{h('need.link_until', { date: until })}</p>}
      <Form action={`${here}/link`}>
        <Actions>
          <Button kind={works ? 'secondary' : 'primary'}>{h(need.link ? 'need.link_renew' : 'need.link_make')}</Button>
          {works && (
            <Button kind="quiet" further={{ formaction: `${here}/link/revocation` }}>
              {h('need.link_revoke')}
            </Button>
          )}
        </Actions>
      </Form>
    </section>
  )
}

/** Where the need stands, said by its learner. */
const States = ({ need, here, t, refusal }: PartProps) => (
  <section class="section stack" id="state">
    <h2>{t('needs.state')}</h2>
    {refusal && (
      <Note tone="caution">
        <p role="alert">{refusal}</p>
      </Note>
    )}
    <ChangeNeedState action={`${here}/state`} need={need} t={t} />
  </section>
)
