import { Note } from '#ui/cards.tsx'
import { Page } from '#ui/page.tsx'
import { WaitingProposals } from '../parts/accompany.tsx'
import { ChallengeReading } from '../parts/challenge-reading.tsx'
import { EarlierCycles, OpenCycleSoFar } from '../parts/cycles.tsx'
import { CourseOfEvents } from '../parts/events.tsx'
import { JourneyHead, titleOf } from '../parts/head.tsx'
import type { PhaseProps } from '../parts/phase.ts'
import { PresentPhase } from '../parts/present.tsx'

/** One learning journey on one page: where it stands open, what lies behind folded. */
export const JourneyPage = (props: PhaseProps) => {
  const { whole, me, assets, t, refill } = props
  return (
    <Page title={titleOf(whole) ?? t('shared.untitled')} locale={me.locale} assets={assets} me={me} place="journeys">
      <JourneyHead {...props} />
      {refill?.refusal && (
        <Note tone="caution">
          <p id="refusal" role="alert">
            {refill.refusal}
          </p>
        </Note>
      )}
      <WaitingProposals {...props} />
      <PresentPhase {...props} />
      {whole.journey.phase !== 'identify' && <ChallengeReading {...props} />}
      <OpenCycleSoFar {...props} />
      <EarlierCycles {...props} />
      <CourseOfEvents {...props} />
      <Around {...props} />
    </Page>
  )
}

/** Ways from this journey to its further pages. */
const Around = ({ whole, isLearner, t }: PhaseProps) => {
  const here = `/journeys/${whole.journey.id}`
  return (
    <nav class="around" aria-label={t('shared.more')}>
      <ul>
        <li>
          <a href={`${here}/facilitation`}>{t('shared.facilitation')}</a>
        </li>
        {isLearner && whole.journey.status !== 'closed' && (
          <li>
            <a href={`${here}/ending`}>{t('shared.ending')}</a>
          </li>
        )}
        {isLearner && (
          <li>
            <a href={`${here}/removed`}>{t('shared.removed')}</a>
          </li>
        )}
        <li>
          {t('shared.take_along')} <a href={`${here}/export.md`}>Markdown</a>, <a href={`${here}/export.json`}>JSON</a>
        </li>
      </ul>
    </nav>
  )
}
