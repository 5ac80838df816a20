import { dayIn } from '#platform/clock.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import type { Assets } from '#platform/web/env.ts'
import { Note } from '#ui/cards.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayDate } from '#ui/time.ts'
import { Words } from '#ui/words.tsx'
import { Acts, type AgreementActsProps, Ending, Superior, toAgreement } from '../parts/agreement-acts.tsx'
import { Letter } from '../parts/letter.tsx'
import { Versions } from '../parts/versions.tsx'
import { type Agreement, inForceOf, inForceSince, needsTick, otherIn, proposedOf, readAgainst, standingOf } from '../rules/agreement.ts'

export interface AgreementPageProps extends AgreementActsProps {
  /** The other agreements of this person on the same journey. */
  others: readonly Agreement[]
  /** The title of the journey, where this person may read it. */
  journeyTitle: string | undefined
  assets: Assets
  /** What was agreed for now: the contact, or to look at the agreement again. */
  due?: { contact: boolean; look: boolean }
  happened?: string | undefined
}

/** What two people agreed on, or are about to: one letter, and what can be done with it. */
export const AgreementPage = (props: AgreementPageProps) => {
  const { agreement, me, assets, t, unticked, happened } = props
  const problems: Record<string, string> = unticked ? { neitherIsSuperior: t('agreement.tick_needed') } : {}
  const asksToTick = needsTick(agreement, me.personId)
  return (
    <Page
      title={t('agreement.title')}
      locale={me.locale}
      assets={assets}
      me={me}
      place="journeys"
      flash={happened}
      styles={['agreement.css']}
    >
      <div class="agreement">
        <PageTitle title={t('agreement.title')} overline={<WayBack {...props} />} />
        <ErrorSummary locale={me.locale} problems={problems} />
        <Due {...props} />
        <LiveRegion id="agreement-now" class="stack" topics={[agreement.id]} at={props.now} src={toAgreement(agreement)}>
          <StandingSentence {...props} />
          <PresentLetter {...props} />
          {!asksToTick && <Acts {...props} />}
          <Versions {...props} />
        </LiveRegion>
        {asksToTick && <Acts {...props} />}
        <Superior {...props} />
        <Ending {...props} />
        <Others {...props} />
      </div>
    </Page>
  )
}

const WayBack = ({ agreement, journeyTitle, me, t }: AgreementPageProps) =>
  agreement.learnerId === me.personId || (agreement.openedAt && !agreement.endedAt) ? (
    <a href={`/journeys/${agreement.journeyId}`}>{journeyTitle ? <Words inline>{journeyTitle}</Words> : t('facilitation.untitled')}</a>
  ) : (
    <a href="/accompanying">{t('facilitation.title')}</a>
  )

const dayOf = ({ me, now }: AgreementPageProps, at: Date) => sayDate(dayIn(me.timeZone, at), dayIn(me.timeZone, now), me.locale)

const StandingSentence = (props: AgreementPageProps) => {
  const { agreement, me, t } = props
  const name = otherIn(agreement, me.personId)
  const isLearner = agreement.learnerId === me.personId
  const inForce = inForceOf(agreement)
  const holds = inForce && <> {t('agreement.holds_until', { number: inForce.number })}</>
  switch (standingOf(agreement, me.personId)) {
    case 'ended':
      return (
        <Note>
          <p>{endedSentence(props)}</p>
        </Note>
      )
    case 'unsent':
      return <p class="lead">{isLearner ? t('agreement.unsent', { name }) : t('agreement.unsent_other', { name })}</p>
    case 'waits_for_me':
      return (
        <Note>
          <p>
            {inForce || isLearner ? t('agreement.waits_for_me', { name }) : t('agreement.waits_for_me_first', { name })}
            {holds} {readAgainst(agreement, proposedOf(agreement)!) && t('agreement.changed')}
          </p>
        </Note>
      )
    case 'waits_for_other':
      return (
        <p class="lead">
          {isLearner ? t('agreement.waits_for_other', { name }) : t('agreement.waits_for_other_facilitator', { name })}
          {holds}
        </p>
      )
    case 'in_force':
      return <p class="lead">{t('agreement.in_force', { date: dayOf(props, inForceSince(inForce!)!) })}</p>
  }
}

function endedSentence(props: AgreementPageProps): string {
  const { agreement, me, t } = props
  const isRefused = agreement.learnerTicked === false || agreement.facilitatorTicked === false
  if (isRefused && !agreement.openedAt) return t('agreement.ended_superior')
  const date = dayOf(props, agreement.endedAt!)
  return agreement.endedBy === me.personId
    ? t('agreement.ended_me', { date })
    : t('agreement.ended_other', { name: otherIn(agreement, me.personId), date })
}

/** The version that waits, against what the other knows; else the one in force, or the draft of somebody who has sent nothing yet. */
const PresentLetter = ({ agreement, draft, me, t }: AgreementPageProps) => {
  const [proposed, inForce] = [agreement.endedAt ? undefined : proposedOf(agreement), inForceOf(agreement)]
  const version = proposed ?? inForce
  const terms = version?.terms ?? draft
  if (!terms) return null
  return (
    <Letter
      agreement={agreement}
      terms={terms}
      before={proposed && readAgainst(agreement, proposed)?.terms}
      version={version}
      reader={me}
      t={t}
    />
  )
}

/** What the two of them agreed on for about now. Either says that it happened; nobody is told that it did not. */
const Due = ({ agreement, due, me, t }: AgreementPageProps) => {
  const here = toAgreement(agreement)
  const name = otherIn(agreement, me.personId)
  return (
    <>
      {(['contact', 'look'] as const)
        .filter((what) => due?.[what])
        .map((what) => (
          <Note>
            <p>{t(`agreement.${what}_due`, { name })}</p>
            <Form action={`${here}/met`} hidden={{ what }}>
              <Actions>
                <Button>{t(`agreement.${what}_done`)}</Button>
              </Actions>
            </Form>
          </Note>
        ))}
    </>
  )
}

const Others = (props: AgreementPageProps) => {
  const { others, me, t } = props
  if (others.length === 0) return null
  return (
    <nav class="around" aria-label={t('agreement.others')}>
      <ul>
        {others.map((other) => (
          <li>
            <a href={toAgreement(other)}>
              {other.endedAt
                ? t('agreement.with_ended', { name: otherIn(other, me.personId), date: dayOf(props, other.endedAt) })
                : t('agreement.with', { name: otherIn(other, me.personId) })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
