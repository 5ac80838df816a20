import type { PropsWithChildren } from 'hono/jsx'
import { AgreementDue } from '#facilitation/parts/agreement-due.tsx'
import { LiveRegion } from '#platform/live/region.tsx'
import { Note } from '#ui/cards.tsx'
import { Page } from '#ui/page.tsx'
import { ChallengeReading } from '../parts/challenge-reading.tsx'
import { ReentryCard } from '../parts/close-resting.tsx'
import { EarlierCycles, OpenCycleSoFar } from '../parts/cycles.tsx'
import { CourseOfEvents } from '../parts/events.tsx'
import { Handovers } from '../parts/handover.tsx'
import { AskForHat, Hats } from '../parts/hat.tsx'
import { JourneyHead, titleOf } from '../parts/head.tsx'
import type { PhaseProps } from '../parts/phase.ts'
import { PresentPhase } from '../parts/present.tsx'
import { DecidedProposals, WaitingProposals } from '../parts/proposals.tsx'
import { Proposing } from '../parts/proposing.tsx'
import { DifferingView, ResponseForms } from '../parts/responding.tsx'
import { ShortHelp } from '../parts/short-help.tsx'
import { slots } from '../parts/slots.ts'
import { Support } from '../parts/support.tsx'
import { UndoNotice } from '../parts/undo.tsx'

/** One learning journey on one page: where it stands open, what lies behind folded. What others do appears by itself; forms stay as they are. */
export const JourneyPage = (props: PhaseProps) => {
  const { whole, me, assets, t, refill, isLearner, happened } = props
  return (
    <Page title={titleOf(whole) ?? t('shared.untitled')} locale={me.locale} assets={assets} me={me} place="journeys" flash={happened}>
      <div class="journey">
        {refill?.refusal && (
          <Note tone="caution">
            <p id="refusal" role="alert">
              {refill.refusal}
            </p>
          </Note>
        )}
        <UndoNotice {...props} />
        {isLearner ? <OwnJourney {...props} /> : <AccompaniedJourney {...props} />}
        <Around {...props} />
      </div>
    </Page>
  )
}

const Following = ({ id, whole, me, now, children }: PropsWithChildren<{ id: string } & Pick<PhaseProps, 'whole' | 'me' | 'now'>>) => (
  <LiveRegion id={id} class="journey-part" topics={[whole.journey.id, me.personId]} at={now} src={`/journeys/${whole.journey.id}`}>
    {children}
  </LiveRegion>
)

const OwnJourney = (props: PhaseProps) => (
  <>
    <Following {...props} id="journey-now">
      <JourneyHead {...props} />
      <LookAtAgreement {...props} />
      <Hats {...props} />
      <Handovers {...props} />
      <WaitingProposals {...props} />
    </Following>
    {!isClosed(props) && <Support {...props} />}
    <ReentryCard {...props} />
    <ShortHelp {...props} />
    <PresentPhase {...props} />
    {isClosed(props) && <Support {...props} />}
    {props.whole.journey.phase !== 'identify' && <ChallengeReading {...props} />}
    <Following {...props} id="journey-so-far">
      <OpenCycleSoFar {...props} />
      <EarlierCycles {...props} />
      <DecidedProposals {...props} />
      <CourseOfEvents {...props} />
    </Following>
  </>
)

const AccompaniedJourney = (props: PhaseProps) => (
  <>
    <Following {...props} id="journey-now">
      <JourneyHead {...props} />
      <LookAtAgreement {...props} />
      <Hats {...props} />
      <Handovers {...props} />
      <PresentPhase {...props} />
      <WaitingProposals {...props} />
    </Following>
    <Support {...props} />
    <ResponseForms {...props} />
    <Proposing {...props} />
    <AskForHat {...props} />
    <DifferingView {...props} />
    <Following {...props} id="journey-so-far">
      {props.whole.journey.phase !== 'identify' && <ChallengeReading {...props} />}
      <OpenCycleSoFar {...props} />
      <EarlierCycles {...props} />
      <DecidedProposals {...props} />
      <CourseOfEvents {...props} />
    </Following>
  </>
)

const isClosed = ({ whole }: PhaseProps) => whole.journey.status === 'closed'

const LookAtAgreement = (props: PhaseProps) =>
  isClosed(props) ? null : (
    <AgreementDue
      journeyId={props.whole.journey.id}
      agreements={props.whole.agreements}
      cyclesClosedAt={props.whole.cycles.flatMap(({ closed_at }) => (closed_at ? [Date.parse(closed_at)] : []))}
      locale={props.me.locale}
    />
  )

/** Ways from this journey to its further pages. */
const Around = ({ whole, me, now, isLearner, t }: PhaseProps) => {
  const here = `/journeys/${whole.journey.id}`
  const hasWaysOut = whole.journey.status === 'active' || whole.journey.status === 'paused'
  return (
    <nav class="around" aria-label={t('shared.more')}>
      <ul>
        {slots()?.nextSession.show({ me, now, journeyId: whole.journey.id, found: whole.nextSession })}
        <li>
          <a href={`${here}/facilitation`}>{t('shared.facilitation')}</a>
        </li>
        {isLearner && (
          <li>
            <a href={`/reflections?journey=${whole.journey.id}`}>{t('shared.reflections')}</a>
          </li>
        )}
        {isLearner && hasWaysOut && (
          <li>
            <a href={`${here}/ending`}>{t('shared.ending')}</a>
          </li>
        )}
        {isLearner && (
          <li>
            <a href={`${here}/removed`}>{t('shared.removed')}</a>
          </li>
        )}
        {isLearner && !hasWaysOut && (
          <li>
            <a href={`${here}/erasure`}>{t('identify.erase')}</a>
          </li>
        )}
        <li>
          {t('shared.take_along')} <a href={`${here}/export.md`}>Markdown</a>, <a href={`${here}/export.json`}>JSON</a>
        </li>
      </ul>
    </nav>
  )
}
