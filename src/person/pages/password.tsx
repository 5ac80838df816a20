import { Note } from '#ui/cards.tsx'
import { TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { fullTime, type Reader } from '#ui/time.ts'
import type { ResetLink } from '../commands/reset.ts'
import { words } from '../messages/index.ts'
import { EmailField, NewPasswordField } from '../parts/fields.tsx'
import type { Frame } from '../parts/frame.ts'
import { LanguageChoice } from '../parts/language-choice.tsx'

interface WaysProps {
  frame: Frame
  canMail: boolean
  /** The mail was asked for; whether it goes out is not said. */
  sent?: boolean
  /** Which of the two forms came back, with what was typed. */
  wrong?: { form: 'mail' | 'code'; email?: string; code?: string; problems: Record<string, string> }
}

/** The ways back in for somebody who forgot their password. */
export const WaysBackPage = ({ frame, canMail, sent, wrong }: WaysProps) => {
  const { locale } = frame
  const t = words(locale)
  const mail = wrong?.form === 'mail' ? wrong : undefined
  const code = wrong?.form === 'code' ? wrong : undefined
  const summary = Object.fromEntries(
    Object.entries(wrong?.problems ?? {}).map(([field, said]) => [field === 'email' ? `${wrong?.form}-email` : field, said]),
  )
  return (
    <Page title={t('password.title')} {...frame}>
      <PageTitle title={t('password.title')}>{t(canMail ? 'password.lead' : 'password.lead_one')}</PageTitle>
      <ErrorSummary locale={locale} problems={summary} kept={false} />
      {canMail && (
        <section class="section">
          <h2>{t('password.by_mail')}</h2>
          {sent ? (
            <Note>
              <p>{t('password.by_mail_sent')}</p>
            </Note>
          ) : (
            <Form action="/password">
              <p>{t('password.by_mail_what')}</p>
              <EmailField locale={locale} id="mail-email" value={mail?.email} error={mail?.problems.email} />
              <Actions>
                <Button kind="primary">{t('password.by_mail_submit')}</Button>
              </Actions>
            </Form>
          )}
        </section>
      )}
      <section class="section">
        <h2>{t('password.by_code')}</h2>
        <Form action="/password/code">
          <p>{t('password.by_code_what')}</p>
          <EmailField locale={locale} id="code-email" value={code?.email} error={code?.problems.email} />
          <TextField
            name="code"
            label={t('password.code')}
            hint={t('password.code_hint')}
            locale={locale}
            value={code?.code}
            error={code?.problems.code}
            autocomplete="one-time-code"
            required
          />
          <NewPasswordField locale={locale} error={code?.problems.password} />
          <Actions>
            <Button kind={canMail ? 'secondary' : 'primary'}>{t('password.by_code_submit')}</Button>
          </Actions>
        </Form>
      </section>
      <p class="section small">{t('password.neither')}</p>
      <LanguageChoice locale={locale} back="/password" />
    </Page>
  )
}

interface NewPasswordProps {
  frame: Frame
  link: ResetLink | undefined
  token: string
  reader: Reader
  problems?: Record<string, string>
}

/** Behind a link that lets somebody set a new password: the form, or why there is none. */
export const NewPasswordPage = ({ frame, link, token, reader, problems = {} }: NewPasswordProps) => {
  const { locale } = frame
  const t = words(locale)
  if (link?.state === 'waiting')
    return (
      <Page title={t('password.waiting_title')} {...frame}>
        <PageTitle title={t('password.waiting_title')}>
          {t('password.waiting', { when: fullTime(link.worksFrom, reader), name: link.name })}
        </PageTitle>
      </Page>
    )
  if (link?.state !== 'ready')
    return (
      <Page title={t('password.gone_title')} {...frame}>
        <PageTitle title={t('password.gone_title')}>{t('password.gone')}</PageTitle>
        <Actions>
          <LinkButton href="/password">{t('password.again')}</LinkButton>
        </Actions>
      </Page>
    )
  return (
    <Page title={t('password.new_title')} {...frame}>
      <PageTitle title={t('password.new_title')}>{t('password.new_lead', { name: link.name })}</PageTitle>
      <ErrorSummary locale={locale} problems={problems} kept={false} />
      <Form action={`/password/${token}`}>
        <NewPasswordField locale={locale} error={problems.password} />
        <Actions>
          <Button kind="primary">{t('password.new_submit')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}
