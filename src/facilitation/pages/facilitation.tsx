import { LinkToHandOver } from '#person/parts/link-to-hand-over.tsx'
import { dayIn } from '#platform/clock.ts'
import type { Me } from '#platform/db/bound.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import type { Assets } from '#platform/web/env.ts'
import { InvitationList } from '#sharing/parts/invitations.tsx'
import type { Invitation } from '#sharing/sharing.ts'
import { Note } from '#ui/cards.tsx'
import { Actions, Button, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayDate } from '#ui/time.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import type { FacilitationWords } from '../messages/index.ts'
import { Ending, toAgreement } from '../parts/agreement-acts.tsx'
import { DeputyLines } from '../parts/deputies.tsx'
import type { JourneyAtHand } from '../queries/agreements.ts'
import { type Agreement, standingOf } from '../rules/agreement.ts'
import type { DeputyOffer } from '../rules/deputy.ts'

interface FacilitationProps {
  journey: JourneyAtHand
  /** Those this person takes part in: all of the journey for its learner. */
  agreements: readonly Agreement[]
  /** Who stands in for whoever accompanies, or was proposed to. */
  deputies: readonly DeputyOffer[]
  invitations: readonly Invitation[]
  /** A link that was just made: shown this once. */
  link?: string | undefined
  me: Me
  assets: Assets
  now: Date
  t: FacilitationWords
}

/** Who accompanies this journey: inviting, agreeing, ending. The learner decides; whoever accompanies can go. */
export const FacilitationPage = (props: FacilitationProps) => {
  const { journey, me, assets, t, now } = props
  const isLearner = journey.learnerId === me.personId
  const here = `/journeys/${journey.id}`
  return (
    <Page title={t('facilitation.title')} locale={me.locale} assets={assets} me={me} place="journeys">
      <PageTitle
        title={t('facilitation.title')}
        overline={<a href={here}>{journey.title ? <Words inline>{journey.title}</Words> : t('facilitation.untitled')}</a>}
      >
        {isLearner ? t('facilitation.lead') : undefined}
      </PageTitle>
      {isLearner ? (
        <>
          <LiveRegion id="facilitation-now" class="stack" topics={[journey.id, me.personId]} at={now} src={`${here}/facilitation`}>
            <Accompanying {...props} />
            <Deputies {...props} />
          </LiveRegion>
          <Inviting {...props} />
        </>
      ) : (
        <>
          <Leaving {...props} />
          <Deputies {...props} />
        </>
      )}
    </Page>
  )
}

const Accompanying = (props: FacilitationProps) => {
  const { agreements, me, now, t } = props
  const running = agreements.filter((agreement) => !agreement.endedAt)
  const former = agreements.filter((agreement) => agreement.endedAt && agreement.openedAt)
  return (
    <>
      {running.length === 0 && <p>{t('facilitation.nobody')}</p>}
      {running.map((agreement) =>
        agreement.openedAt ? <Open {...props} agreement={agreement} /> : <Beginning {...props} agreement={agreement} />,
      )}
      {former.map((agreement) => (
        <p class="small">
          {t('facilitation.ended', { name: agreement.facilitatorName })} <When at={agreement.endedAt!} reader={me} now={now} />.{' '}
          <a href={toAgreement(agreement)}>{t('facilitation.agreement')}</a>
        </p>
      ))}
    </>
  )
}

const Deputies = ({ deputies, me, now, t }: FacilitationProps) =>
  deputies.length === 0 ? null : (
    <section class="stack" id="deputies">
      <h2>{t('deputy.title')}</h2>
      <DeputyLines offers={deputies} me={me} now={now} />
    </section>
  )

type OneProps = FacilitationProps & { agreement: Agreement }

/** Accepted an invitation; the two of them agree before anything is read. */
const Beginning = ({ agreement, me, t }: OneProps) => {
  const name = agreement.facilitatorName
  const standing = standingOf(agreement, me.personId)
  const go = standing === 'unsent' ? 'facilitation.unsent_go' : 'facilitation.waits_for_me_go'
  return (
    <section class="stack" id={`with-${agreement.facilitatorId}`}>
      <h2>
        {t(standing === 'unsent' || standing === 'waits_for_me' ? `facilitation.${standing}` : 'facilitation.waits_for_other', { name })}
      </h2>
      {standing === 'unsent' && <p>{t('facilitation.unsent_how', { name })}</p>}
      <Actions>
        <LinkButton kind={standing === 'waits_for_other' ? 'secondary' : 'primary'} href={toAgreement(agreement)}>
          {standing === 'waits_for_other' ? t('facilitation.agreement') : t(go)}
        </LinkButton>
      </Actions>
    </section>
  )
}

const Open = ({ agreement, me, now, t }: OneProps) => {
  const name = agreement.facilitatorName
  const date = sayDate(dayIn(me.timeZone, agreement.openedAt!), dayIn(me.timeZone, now), me.locale)
  return (
    <section class="stack" id={`with-${agreement.facilitatorId}`}>
      <p>
        <strong>{t('facilitation.reads_since', { name, date })}</strong>
      </p>
      {standingOf(agreement, me.personId) !== 'in_force' && <p>{t('facilitation.change_waits')}</p>}
      <p>
        <a href={toAgreement(agreement)}>{t('facilitation.agreement')}</a>
      </p>
      <p>
        <a href={`${toAgreement(agreement)}/earlier`}>{t('earlier.link', { name })}</a>
      </p>
      <Ending agreement={agreement} me={me} t={t} />
    </section>
  )
}

const Inviting = ({ journey, agreements, me, now, t, invitations, link }: FacilitationProps) => {
  const at = `/journeys/${journey.id}/facilitation/invitations`
  const isAccompanied = agreements.some(({ endedAt }) => !endedAt)
  return (
    <section class="stack" id="invite">
      <h2>{t('facilitation.invite')}</h2>
      {link && (
        <Note tone="harbour">
          <LinkToHandOver id="link" label={t('facilitation.link_ready')} link={link} />
        </Note>
      )}
      <p>
        {t('facilitation.invite_how')} <a href={`/facilitators?journey=${journey.id}`}>{t('facilitation.directory')}</a>
      </p>
      <Form action={at}>
        <Actions>
          <Button kind={link || isAccompanied ? 'secondary' : 'primary'}>{t('facilitation.invite_button')}</Button>
        </Actions>
      </Form>
      {invitations.length > 0 && (
        <>
          <h3>{t('facilitation.invitations')}</h3>
          <InvitationList invitations={invitations} at={at} reader={me} now={now} />
        </>
      )}
    </section>
  )
}

/** For whoever accompanies: since when, what was agreed, and the way out. */
const Leaving = ({ journey, agreements, me, now, t }: FacilitationProps) => {
  const mine = agreements.find((agreement) => !agreement.endedAt)
  if (!mine?.openedAt) return null
  const date = sayDate(dayIn(me.timeZone, mine.openedAt), dayIn(me.timeZone, now), me.locale)
  return (
    <section class="stack">
      <p>
        <strong>{t('facilitation.you_since', { name: journey.learnerName, date })}</strong>
      </p>
      <p>
        <a href={toAgreement(mine)}>{t('facilitation.agreement')}</a>
      </p>
      <Ending agreement={mine} me={me} t={t} />
    </section>
  )
}
