import type { Me } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { Fold } from '#ui/cards.tsx'
import { CheckboxGroup } from '#ui/choices.tsx'
import { Actions, Button, Form, LinkButton } from '#ui/form.tsx'
import { asTyped } from '../forms.ts'
import type { FacilitationWords } from '../messages/index.ts'
import type { EarlierItem } from '../queries/earlier.ts'
import { type Agreement, inForceOf, needsTick, otherIn, proposedOf, standingOf, type Terms } from '../rules/agreement.ts'
import { EarlierChoice, usuallyWithheld } from './earlier-choice.tsx'
import { UnseenVersion } from './version-fields.tsx'

export interface AgreementActsProps {
  agreement: Agreement
  /** What the learner could send first; only where nothing was sent yet. */
  draft?: Terms | undefined
  /** What lies behind in the journey, to be shown with the first version or not. */
  earlier?: readonly EarlierItem[]
  me: Me
  now: Date
  t: FacilitationWords
  /** The statement about superiors is missing. */
  unticked?: boolean
}

export const toAgreement = ({ journeyId, id }: Pick<Agreement, 'journeyId' | 'id'>) => `/journeys/${journeyId}/agreement/${id}`

/** What this person can do now, at most one of it in the foreground. */
export const Acts = (props: AgreementActsProps) => {
  const { agreement, draft, earlier = [], me, t } = props
  const here = toAgreement(agreement)
  const proposed = proposedOf(agreement)
  switch (standingOf(agreement, me.personId)) {
    case 'ended':
      return null
    case 'unsent':
      return draft ? (
        <Form action={`${here}/versions`} id="send">
          <UnseenVersion typed={{ ...asTyped(draft), versionId: newId(), base: '0' }} />
          {earlier.length > 0 && (
            <Fold
              id="earlier"
              summary={t('earlier.link', { name: agreement.facilitatorName })}
              aside={t('earlier.fold_aside', { count: earlier.length })}
            >
              <EarlierChoice
                items={earlier}
                withheld={usuallyWithheld(earlier)}
                name={agreement.facilitatorName}
                me={me}
                now={props.now}
                t={t}
              />
            </Fold>
          )}
          <Tick {...props} />
          <p class="small">{t('agreement.unsent_reads', { name: agreement.facilitatorName })}</p>
          <Actions>
            <Button kind="primary">{t('agreement.send')}</Button>
            <LinkButton href={`${here}/change`}>{t('agreement.edit_first')}</LinkButton>
          </Actions>
        </Form>
      ) : null
    case 'waits_for_me':
      return (
        <Form action={`${here}/confirmation`} id="confirm" hidden={{ versionId: proposed!.id }}>
          {needsTick(agreement, me.personId) && <Tick {...props} />}
          <Actions>
            <Button kind="primary">{t('agreement.confirm')}</Button>
            <LinkButton href={`${here}/change`}>{t('agreement.propose_change')}</LinkButton>
            {inForceOf(agreement) && (
              <Button kind="quiet" further={{ formaction: `${here}/laying-aside` }}>
                {t('agreement.stay')}
              </Button>
            )}
          </Actions>
        </Form>
      )
    default:
      return (
        <>
          <p class="small">{t('agreement.print')}</p>
          <Actions>
            <LinkButton href={`${here}/change`}>{t('agreement.propose_change')}</LinkButton>
            <LinkButton kind="quiet" href={`/journeys/${agreement.journeyId}`}>
              {t('agreement.go_on')}
            </LinkButton>
          </Actions>
        </>
      )
  }
}

export const Tick = ({ me, t, unticked }: Pick<AgreementActsProps, 'me' | 't' | 'unticked'>) => (
  <CheckboxGroup
    locale={me.locale}
    name="neitherIsSuperior"
    label={t('agreement.tick')}
    error={unticked ? t('agreement.tick_needed') : undefined}
    options={[{ value: 'yes', label: t('agreement.tick_says') }]}
  />
)

/** Before it opens, either can say that one of them is the other's superior. */
export const Superior = ({ agreement, t }: AgreementActsProps) =>
  agreement.openedAt || agreement.endedAt ? null : (
    <Fold id="superior" summary={t('agreement.superior')}>
      <p>{t('agreement.superior_how')}</p>
      <Form action={`${toAgreement(agreement)}/superior`}>
        <Actions>
          <Button>{t('agreement.superior_send')}</Button>
        </Actions>
      </Form>
    </Fold>
  )

/** The way out, for either of the two and without a reason. */
export const Ending = ({ agreement, me, t }: Pick<AgreementActsProps, 'agreement' | 'me' | 't'>) => {
  if (agreement.endedAt) return null
  const isLearner = agreement.learnerId === me.personId
  const name = otherIn(agreement, me.personId)
  const ends = isLearner
    ? t(agreement.openedAt ? 'facilitation.end' : 'facilitation.withdraw', { name })
    : t(agreement.openedAt ? 'facilitation.leave' : 'facilitation.step_back')
  return (
    <Fold id={`end-${agreement.facilitatorId}`} summary={ends}>
      {agreement.openedAt && <p>{t(isLearner ? 'facilitation.end_how' : 'facilitation.leave_how', { name })}</p>}
      <Form action={`${toAgreement(agreement)}/ending`}>
        <Actions>
          <Button>{ends}</Button>
        </Actions>
      </Form>
    </Fold>
  )
}
