import { LinkToHandOver } from '#person/parts/link-to-hand-over.tsx'
import { dayIn } from '#platform/clock.ts'
import { InvitationList } from '#sharing/parts/invitations.tsx'
import type { Invitation } from '#sharing/sharing.ts'
import { Fold, Note } from '#ui/cards.tsx'
import { CheckboxGroup } from '#ui/choices.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayDate } from '#ui/time.ts'
import { When } from '#ui/when.tsx'
import { WayBack } from '../parts/head.tsx'
import type { PhaseProps } from '../parts/phase.ts'

type FacilitationProps = PhaseProps & {
  invitations: readonly Invitation[]
  /** A link that was just made: shown this once. */
  link?: string | undefined
  /** Whom the learner wanted to open to without the statement about superiors. */
  unconfirmed?: string | undefined
}

/** Who accompanies this journey: inviting, opening, ending. The learner decides; whoever accompanies can go. */
export const FacilitationPage = (props: FacilitationProps) => {
  const { whole, me, assets, isLearner, t } = props
  return (
    <Page title={t('accompany.title')} locale={me.locale} assets={assets} me={me} place="journeys">
      <PageTitle title={t('accompany.title')} overline={<WayBack whole={whole} t={t} />}>
        {isLearner ? t('accompany.lead') : undefined}
      </PageTitle>
      {isLearner ? (
        <>
          <Asking {...props} />
          <Accompanying {...props} />
          <Inviting {...props} />
        </>
      ) : (
        <Leaving {...props} />
      )}
    </Page>
  )
}

const facilitators = (whole: PhaseProps['whole']) => whole.members.filter((member) => member.role === 'facilitator')

/** People who accepted an invitation and read nothing yet. */
const Asking = ({ whole, me, t, unconfirmed }: FacilitationProps) =>
  facilitators(whole)
    .filter((member) => !member.reads_from && !member.until)
    .map(({ person_id: personId, name }) => (
      <section class="stack" id={`asks-${personId}`}>
        <h2>{t('accompany.wants_in', { name })}</h2>
        <p>{t('accompany.wants_in_how', { name })}</p>
        <Form action={`/journeys/${whole.journey.id}/facilitation/opening`} hidden={{ personId }}>
          <CheckboxGroup
            locale={me.locale}
            id={`notSuperior-${personId}`}
            name="notSuperior"
            label={t('accompany.confirm')}
            error={unconfirmed === personId ? t('accompany.not_superior_needed') : undefined}
            options={[{ value: 'yes', label: t('accompany.not_superior') }]}
          />
          <Actions>
            <Button kind="primary">{t('accompany.open', { name })}</Button>
            <Button kind="quiet" further={{ formaction: `/journeys/${whole.journey.id}/facilitation/ending` }}>
              {t('accompany.refuse')}
            </Button>
          </Actions>
        </Form>
      </section>
    ))

const Accompanying = ({ whole, me, now, t }: FacilitationProps) => {
  const present = facilitators(whole).filter((member) => member.reads_from && !member.until)
  const former = facilitators(whole).filter((member) => member.reads_from && member.until)
  const when = (at: string) => sayDate(dayIn(me.timeZone, new Date(at)), dayIn(me.timeZone, now), me.locale)
  return (
    <section class="stack">
      {present.length === 0 && <p>{t('accompany.nobody')}</p>}
      {present.map(({ person_id: personId, name, reads_from: since }) => (
        <div class="stack">
          <p>
            <strong>{t('accompany.reads_since', { name, date: when(since!) })}</strong>
          </p>
          <Fold id={`end-${personId}`} summary={t('accompany.end', { name })}>
            <p>{t('accompany.end_how', { name })}</p>
            <Form action={`/journeys/${whole.journey.id}/facilitation/ending`} hidden={{ personId }}>
              <Actions>
                <Button>{t('accompany.end', { name })}</Button>
              </Actions>
            </Form>
          </Fold>
        </div>
      ))}
      {former.map(({ name, until }) => (
        <p class="small">
          {t('accompany.ended', { name })} <When at={new Date(until!)} reader={me} now={now} />
        </p>
      ))}
    </section>
  )
}

const Inviting = ({ whole, me, now, t, invitations, link }: FacilitationProps) => {
  const at = `/journeys/${whole.journey.id}/facilitation/invitations`
  return (
    <section class="stack" id="invite">
      <h2>{t('accompany.invite')}</h2>
      {link && (
        <Note tone="harbour">
          <LinkToHandOver id="link" label={t('accompany.link_ready')} link={link} />
        </Note>
      )}
      <p>{t('accompany.invite_how')}</p>
      <Form action={at}>
        <Actions>
          <Button kind={link ? 'secondary' : 'primary'}>{t('accompany.invite_button')}</Button>
        </Actions>
      </Form>
      {invitations.length > 0 && (
        <>
          <h3>{t('accompany.invitations')}</h3>
          <InvitationList invitations={invitations} at={at} reader={me} now={now} />
        </>
      )}
    </section>
  )
}

const Leaving = ({ whole, t }: FacilitationProps) => (
  <section class="stack">
    <p>{t('accompany.leave_how', { name: whole.journey.learner_name })}</p>
    <Form action={`/journeys/${whole.journey.id}/facilitation/leaving`}>
      <Actions>
        <Button>{t('accompany.leave')}</Button>
      </Actions>
    </Form>
  </section>
)
