import { EmailField, fieldLabels, NameField, NewPasswordField } from '#person/parts/fields.tsx'
import type { Frame } from '#person/parts/frame.ts'
import type { Typed } from '#platform/web/read-form.ts'
import { Note } from '#ui/cards.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { words } from '../messages/index.ts'
import { Trap } from '../parts/trap.tsx'

type AskProps = {
  frame: Frame
  /** Why nobody can make an account here, if so. */
  closed?: 'closed' | 'no_mail'
  sentTo?: string
  email?: string
  problems?: Record<string, string>
}

/** Asks for an address, and writes to it before there is an account. */
export const AskRegistrationPage = ({ frame, closed, sentTo, email, problems = {} }: AskProps) => {
  const { locale, organisationName = '' } = frame
  const t = words(locale)
  if (closed)
    return (
      <Page title={t('register.title')} {...frame} scripts={[]}>
        <PageTitle title={t('register.title')}>{t(`register.${closed}`, { organisation: organisationName })}</PageTitle>
        <p class="row">
          <a href="/contact">{t('home.contact')}</a>
          <a href="/sign-in">{t('home.sign_in')}</a>
        </p>
      </Page>
    )
  return (
    <Page title={t('register.title')} {...frame} scripts={[]}>
      <PageTitle title={t('register.title')}>{sentTo ? undefined : t('register.lead', { organisation: organisationName })}</PageTitle>
      {sentTo ? (
        <Note tone="harbour" title={t('register.sent')}>
          <p>{t('register.sent_what', { email: sentTo })}</p>
        </Note>
      ) : (
        <>
          <ErrorSummary locale={locale} problems={problems} labels={fieldLabels(locale)} />
          <Form action="/register">
            <EmailField locale={locale} value={email} error={problems.email} autocomplete="email" />
            <Trap locale={locale} />
            <Actions>
              <Button kind="primary">{t('register.ask')}</Button>
              <a href="/sign-in">{t('register.sign_in')}</a>
            </Actions>
          </Form>
        </>
      )}
    </Page>
  )
}

type Props = { frame: Frame; token: string; email: string; typed?: Typed; problems?: Record<string, string> }

/** The address is confirmed; now the person. */
export const RegisterPage = ({ frame, token, email, typed = {}, problems = {} }: Props) => {
  const { locale, organisationName = '' } = frame
  const t = words(locale)
  return (
    <Page title={t('register.title')} {...frame}>
      <PageTitle title={t('register.title')}>{t('register.almost', { organisation: organisationName, email })}</PageTitle>
      <ErrorSummary locale={locale} problems={problems} labels={fieldLabels(locale)} kept={!problems.password} />
      <Form action={`/register/${token}`}>
        <NameField locale={locale} value={String(typed.name ?? '')} error={problems.name} />
        <input type="hidden" name="username" value={email} autocomplete="username" />
        <NewPasswordField locale={locale} error={problems.password} first />
        <Actions>
          <Button kind="primary">{t('home.register')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

/** The link is over, used, or was never one. */
export const RegistrationGonePage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Page title={t('register.gone')} {...frame}>
      <PageTitle title={t('register.gone')}>{t('register.gone_what')}</PageTitle>
      <Actions>
        <LinkButton href="/register">{t('register.again')}</LinkButton>
      </Actions>
    </Page>
  )
}
