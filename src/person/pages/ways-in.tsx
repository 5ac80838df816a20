import type { PropsWithChildren } from 'hono/jsx'
import { Note } from '#ui/cards.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { fullTime, type Reader } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { EmailField, NewPasswordField, PresentPasswordField } from '../parts/fields.tsx'
import type { Frame } from '../parts/frame.ts'
import { ResetList } from '../parts/resets.tsx'
import type { PasswordReset } from '../person.ts'
import type { OwnSettings, OwnSignIn } from '../queries.ts'

// One small page for each way into an account; all are reached from the settings.

type ShellProps = PropsWithChildren<{ frame: Frame; title: string; lead?: string; problems?: Record<string, string> }>

const Shell = ({ frame, title, lead, problems = {}, children }: ShellProps) => (
  <Page title={title} {...frame}>
    <PageTitle title={title} overline={<a href="/settings">{words(frame.locale)('settings.title')}</a>}>
      {lead}
    </PageTitle>
    <ErrorSummary locale={frame.locale} problems={problems} kept={false} />
    {children}
  </Page>
)

interface FormPage {
  frame: Frame
  problems?: Record<string, string>
}

export const ChangePasswordPage = ({ frame, problems }: FormPage) => {
  const t = words(frame.locale)
  return (
    <Shell frame={frame} title={t('change_password.title')} lead={t('change_password.lead')} problems={problems}>
      <Form action="/settings/password">
        <PresentPasswordField locale={frame.locale} error={problems?.present} />
        <NewPasswordField locale={frame.locale} error={problems?.password} />
        <Actions>
          <Button kind="primary">{t('change_password.submit')}</Button>
        </Actions>
      </Form>
    </Shell>
  )
}

export const RecoveryCodesFormPage = ({ frame, problems, left }: FormPage & { left: number }) => {
  const t = words(frame.locale)
  return (
    <Shell frame={frame} title={t('recovery_codes.title')} lead={t('settings.codes_left', { count: left })} problems={problems}>
      <Form action="/settings/recovery-codes">
        <p>{t('recovery_codes.lead')}</p>
        <PresentPasswordField locale={frame.locale} error={problems?.present} />
        <Actions>
          <Button kind="primary">{t('recovery_codes.submit')}</Button>
        </Actions>
      </Form>
    </Shell>
  )
}

export const EmailPage = ({
  frame,
  problems,
  settings,
  canMail,
  typed,
}: FormPage & { settings: OwnSettings; canMail: boolean; typed?: string }) => {
  const { locale } = frame
  const t = words(locale)
  return (
    <Shell frame={frame} title={t('email.title')} lead={t('email.present', { email: settings.email })} problems={problems}>
      {canMail ? (
        <>
          <Confirmation settings={settings} frame={frame} />
          <Form action="/settings/email">
            <p>{t('email.how')}</p>
            <EmailField locale={locale} label={t('email.new')} value={typed} error={problems?.email} autocomplete="email" />
            <PresentPasswordField locale={locale} error={problems?.present} />
            <Actions>
              <Button kind="primary">{t('email.submit')}</Button>
            </Actions>
          </Form>
        </>
      ) : (
        <Note>
          <p>{t('email.no_mail')}</p>
        </Note>
      )}
    </Shell>
  )
}

const Confirmation = ({ settings, frame }: { settings: OwnSettings; frame: Frame }) => {
  const t = words(frame.locale)
  if (settings.waitingEmail)
    return (
      <Note>
        <p>{t('email.waiting', { email: settings.waitingEmail })}</p>
        <Form action="/settings/email/withdraw" class="inline-form">
          <Actions>
            <Button>{t('email.withdraw')}</Button>
          </Actions>
        </Form>
      </Note>
    )
  if (settings.emailConfirmedAt) return <p class="soft">{t('email.confirmed')}</p>
  return (
    <Note tone="caution">
      <p>{t('email.unconfirmed')}</p>
      <Form action="/settings/email/confirm" class="inline-form">
        <Actions>
          <Button>{t('email.confirm')}</Button>
        </Actions>
      </Form>
    </Note>
  )
}

/** Behind the link of a confirmation mail. */
export const ConfirmEmailPage = ({
  frame,
  waiting,
  token,
  taken,
}: {
  frame: Frame
  waiting?: { email: string; name: string }
  token: string
  taken?: boolean
}) => {
  const t = words(frame.locale)
  if (!waiting)
    return (
      <Page title={t('email.gone_title')} {...frame}>
        <PageTitle title={t('email.gone_title')}>{t(taken ? 'email.taken' : 'email.gone')}</PageTitle>
        <p>
          <a href="/settings/email">{t('settings.title')}</a>
        </p>
      </Page>
    )
  return (
    <Page title={t('email.confirm_title')} {...frame}>
      <PageTitle title={t('email.confirm_title')}>{t('email.confirm_lead', waiting)}</PageTitle>
      <Form action={`/settings/email/${token}`}>
        <Actions>
          <Button kind="primary">{t('email.confirm_submit')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

export const SignInsPage = ({
  frame,
  signIns,
  here,
  reader,
}: {
  frame: Frame
  signIns: readonly OwnSignIn[]
  here: string
  reader: Reader
}) => {
  const t = words(frame.locale)
  return (
    <Shell frame={frame} title={t('sign_ins.title')} lead={t('sign_ins.lead')}>
      <ul class="list">
        {signIns.map(({ id, device, createdAt }) => {
          const when = fullTime(createdAt, reader)
          const named = device || t('sign_ins.unknown_device')
          return (
            <li class="setting" id={id}>
              <span>{named}</span>
              <span class="soft">
                {t('sign_ins.since', { when })}
                {id === here && `, ${t('sign_ins.here')}`}
              </span>
              {id !== here && (
                <Form action={`/settings/sign-ins/${id}/end`} class="inline-form">
                  <Button kind="quiet" label={t('sign_ins.end_label', { device: named, when })}>
                    {t('sign_ins.end')}
                  </Button>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
      <Actions>
        {signIns.length > 1 && (
          <Form action="/settings/sign-ins/end-others" class="inline-form">
            <Button>{t('sign_ins.end_others')}</Button>
          </Form>
        )}
        <Form action="/sign-out" id="sign-out" class="inline-form">
          <Button kind="quiet">{t('sign_ins.sign_out')}</Button>
        </Form>
      </Actions>
    </Shell>
  )
}

export const ResetsPage = ({
  frame,
  resets,
  reader,
  now,
  mine,
}: {
  frame: Frame
  resets: readonly PasswordReset[]
  reader: Reader
  now: Date
  mine: string
}) => {
  const t = words(frame.locale)
  return (
    <Shell frame={frame} title={t('resets.title')} lead={t('resets.lead')}>
      {resets.length > 0 ? <ResetList resets={resets} reader={reader} now={now} mine={mine} /> : <p>{t('resets.none')}</p>}
    </Shell>
  )
}
