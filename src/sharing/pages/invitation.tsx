import { EmailField, fieldLabels, NameField, NewPasswordField } from '#person/parts/fields.tsx'
import type { Frame } from '#person/parts/frame.ts'
import { LanguageChoice } from '#person/parts/language-choice.tsx'
import type { Typed } from '#platform/web/read-form.ts'
import type { Locale } from '#platform/words/words.ts'
import { CheckboxGroup } from '#ui/choices.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { words } from '../messages/index.ts'
import type { InvitationSeen } from '../sharing.ts'

interface Props {
  frame: Frame
  token: string
  invitation: InvitationSeen
  organisationName: string
  typed?: Typed
  problems?: Record<string, string>
}

const titleOf = ({ frame, invitation, organisationName }: Props) => {
  const t = words(frame.locale)
  return invitation.inviter
    ? t('invitation.title', { inviter: invitation.inviter })
    : t('invitation.title_organisation', { organisation: organisationName })
}

const leadOf = ({ frame, invitation, organisationName }: Props) =>
  words(frame.locale)(invitation.toJourney ? 'invitation.to_journey' : 'invitation.to_organisation', {
    inviter: invitation.inviter ?? organisationName,
    organisation: organisationName,
  })

/** For somebody who is not signed in: make an account, or sign in with the one they have. */
export const RegisterPage = (props: Props) => {
  const { frame, token, invitation, typed = {}, problems = {} } = props
  const { locale } = frame
  const t = words(locale)
  const here = `/invitation/${token}`
  const value = (name: string) => (typed[name] === undefined ? undefined : String(typed[name]))
  return (
    <Page title={titleOf(props)} {...frame}>
      <PageTitle title={titleOf(props)}>{leadOf(props)}</PageTitle>
      <ErrorSummary locale={locale} problems={problems} labels={fieldLabels(locale)} kept={false} />
      <p>
        {t('invitation.have_account')}{' '}
        <a href={`/sign-in?back=${encodeURIComponent(here)}`}>
          {t(invitation.toJourney ? 'invitation.sign_in' : 'invitation.sign_in_plain')}
        </a>
      </p>
      <section class="section">
        <h2>{t('invitation.register')}</h2>
        <Form action={here}>
          <p>{t('invitation.who_sees')}</p>
          <NameField locale={locale} value={value('name')} error={problems.name} />
          <EmailField locale={locale} value={value('email') ?? invitation.email ?? undefined} error={problems.email} />
          <NewPasswordField locale={locale} error={problems.password} first />
          {invitation.toJourney && <NeitherIsSuperior locale={locale} typed={typed} problems={problems} />}
          <Actions>
            <Button kind="primary">{t('invitation.register')}</Button>
          </Actions>
        </Form>
      </section>
      <LanguageChoice locale={locale} back={here} />
    </Page>
  )
}

/** For somebody who is signed in and invited to accompany a journey. */
export const AcceptPage = (props: Props & { name: string }) => {
  const { frame, token, name, typed = {}, problems = {} } = props
  const t = words(frame.locale)
  return (
    <Page title={titleOf(props)} {...frame}>
      <PageTitle title={titleOf(props)}>{leadOf(props)}</PageTitle>
      <ErrorSummary locale={frame.locale} problems={problems} />
      <Form action={`/invitation/${token}/accept`}>
        <p>{t('invitation.as', { name })}</p>
        <NeitherIsSuperior locale={frame.locale} typed={typed} problems={problems} />
        <Actions>
          <Button kind="primary">{t('invitation.accept')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

const NeitherIsSuperior = ({ locale, typed, problems }: { locale: Locale; typed: Typed; problems: Record<string, string> }) => {
  const t = words(locale)
  return (
    <CheckboxGroup
      name="neitherIsSuperior"
      label={t('invitation.eye_level')}
      hint={t('invitation.neither_superior_why')}
      locale={locale}
      error={problems.neitherIsSuperior}
      values={typed.neitherIsSuperior ? ['yes'] : []}
      options={[{ value: 'yes', label: t('invitation.neither_superior') }]}
    />
  )
}

export type Closed = 'expired' | 'used' | 'revoked' | 'unknown' | 'mine' | 'taking_part' | 'member'

/** Why there is nothing to accept here, and what to do instead. */
export const ClosedInvitationPage = ({
  frame,
  why,
  inviter,
  organisationName,
}: {
  frame: Frame
  why: Closed
  inviter?: string | null
  organisationName: string
}) => {
  const t = words(frame.locale)
  const named = why === 'expired' ? (inviter ? t('invitation.expired', { inviter }) : t('invitation.expired_plain')) : undefined
  return (
    <Page title={t(`invitation.${why}_title`)} {...frame}>
      <PageTitle title={t(`invitation.${why}_title`)}>{named ?? t(`invitation.${why}`, { organisation: organisationName })}</PageTitle>
      <Actions>
        {frame.me ? (
          <LinkButton href="/today">{t('invitation.go_on')}</LinkButton>
        ) : (
          <LinkButton href="/sign-in">{t('invitation.sign_in_plain')}</LinkButton>
        )}
      </Actions>
    </Page>
  )
}

/** It is accepted; what happens next is up to the learner. */
export const AcceptedPage = ({ frame, inviter }: { frame: Frame; inviter: string | null }) => {
  const t = words(frame.locale)
  return (
    <Page title={t('invitation.accepted_title')} {...frame}>
      <PageTitle title={t('invitation.accepted_title')}>
        {inviter ? t('invitation.accepted', { inviter }) : t('invitation.accepted_plain')}
      </PageTitle>
      <Actions>
        <LinkButton kind="primary" href="/today">
          {t('invitation.go_on')}
        </LinkButton>
      </Actions>
    </Page>
  )
}
