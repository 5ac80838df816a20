import { Fold } from '#ui/cards.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { Words } from '#ui/words.tsx'
import { bodiesOf, bodyOf, type ChallengeView } from '../queries/whole.ts'
import { needsProtectedTrial } from '../rules/challenge.ts'
import { reframeFields } from '../rules/limits.ts'
import type { PhaseProps } from './phase.ts'
import { ReadersOfText, readersInWords } from './readers.tsx'
import { RulesFirst } from './rules-first.tsx'
import { formState } from './writing.tsx'

/** The challenge as it holds now, to be read; its learner can put it differently where it no longer fits. */
export const ChallengeReading = (props: PhaseProps & { open?: boolean }) => {
  const { whole, isLearner, t, open, refill } = props
  const { challenge, challenges, journey } = whole
  const changeable = isLearner && journey.status === 'active' && ['plan', 'try', 'evaluate'].includes(journey.phase)
  return (
    <Fold
      id="challenge"
      summary={t('identify.challenge')}
      aside={challenge.version > 1 ? t('identify.version', { number: challenge.version }) : undefined}
      open={open || refill?.form === 'reframe'}
    >
      <ChallengeTexts challenge={challenge} t={t} props={props} />
      {needsProtectedTrial({ riskFlags: challenge.risk_flags }) && <RulesFirst t={t} />}
      {challenges.length > 1 && (
        <p>
          <a href={`/journeys/${journey.id}/challenge/versions`}>{t('identify.versions')}</a>
        </p>
      )}
      {changeable && <Reframe {...props} />}
    </Fold>
  )
}

const shownTexts = ['situation', 'learningQuestion', 'triedSoFar', 'whyItMatters', 'peopleInvolved'] as const

type ChallengeTextsProps = {
  challenge: ChallengeView
  t: PhaseProps['t']
  /** Given where each text says who reads it. */
  props?: PhaseProps
}

/** What is written in one version of a challenge, question by question; what is empty or not for this person is left out. */
export const ChallengeTexts = ({ challenge, t, props }: ChallengeTextsProps) => {
  const said = shownTexts.filter((field) => bodyOf(challenge.texts, field) !== '')
  const signs = challenge.signs.filter((sign) => bodyOf(sign.texts, 'text') !== '')
  if (said.length === 0 && signs.length === 0) return <p>{t('identify.nothing_yet')}</p>
  const tags = bodiesOf(challenge.texts, 'tags')
  return (
    <dl class="answers">
      {said.map((field) => (
        <>
          <dt>{t(`identify.${field}`)}</dt>
          <dd>
            <Words>{bodyOf(challenge.texts, field)}</Words>
            {props &&
              challenge.texts.own
                .filter((text) => text.field === field)
                .map((text) => <ReadersOfText props={props} text={text} label={t(`identify.${field}`)} />)}
          </dd>
        </>
      ))}
      {signs.length > 0 && (
        <>
          <dt>{t('identify.successSigns')}</dt>
          <dd>
            <ol>
              {signs.map((sign) => (
                <li>
                  <Words inline>{bodyOf(sign.texts, 'text')}</Words>
                  {sign.kind && <span class="small"> ({t(`identify.sign_kind.${sign.kind}`)})</span>}
                </li>
              ))}
            </ol>
          </dd>
        </>
      )}
      {tags.length > 0 && (
        <>
          <dt>{t('identify.tags')}</dt>
          <dd>
            <Words inline>{tags.join(', ')}</Words>
          </dd>
        </>
      )}
    </dl>
  )
}

const Reframe = (props: PhaseProps) => {
  const { whole, me, t } = props
  const state = formState(props, 'reframe')
  return (
    <Fold id="reframe" summary={t('identify.reframe')} open={Object.keys(state.errors).length > 0}>
      <p>{t('identify.reframe_hint')}</p>
      <lotse-draft data-key={`reframe:${whole.journey.id}`}>
        <Form id="reframe-form" action={`/journeys/${whole.journey.id}/moves/reframe`}>
          <TextArea
            name="reason"
            locale={me.locale}
            label={t('identify.reframe_reason')}
            limit={reframeFields.reason.max}
            rows={2}
            value={state.typed('reason', '')}
            error={state.error('reason')}
            readers={readersInWords(props, whole.journey.id)}
          />
          <Actions>
            <Button>{t('identify.reframe_do')}</Button>
          </Actions>
        </Form>
      </lotse-draft>
    </Fold>
  )
}
