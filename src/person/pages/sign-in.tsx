import { TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { words } from '../messages/index.ts'
import { EmailField } from '../parts/fields.tsx'
import type { Frame } from '../parts/frame.ts'
import { LanguageChoice } from '../parts/language-choice.tsx'

interface Props {
  frame: Frame
  back?: string
  email?: string
  /** Sentences by field. */
  problems?: Record<string, string>
}

export const SignInPage = ({ frame, back, email, problems = {} }: Props) => {
  const { locale } = frame
  const t = words(locale)
  const here = back ? `/sign-in?back=${encodeURIComponent(back)}` : '/sign-in'
  return (
    <Page title={t('sign_in.title')} {...frame}>
      <PageTitle title={t('sign_in.title')} />
      <ErrorSummary locale={locale} problems={problems} title={t('sign_in.not_yet')} kept={false} />
      <Form action="/sign-in" hidden={back ? { back } : undefined}>
        <EmailField locale={locale} value={email} error={problems.email} />
        <TextField
          name="password"
          type="password"
          label={t('field.password')}
          locale={locale}
          error={problems.password}
          autocomplete="current-password"
          required
        />
        <Actions>
          <Button kind="primary">{t('sign_in.submit')}</Button>
          <a href="/password">{t('sign_in.forgotten')}</a>
        </Actions>
      </Form>
      <p class="section small">{t('sign_in.no_account')}</p>
      <LanguageChoice locale={locale} back={here} />
    </Page>
  )
}

/** Before the first organisation there is nobody who could sign in. */
export const NotSetUpPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Page title={t('sign_in.not_set_up_title')} {...frame}>
      <PageTitle title={t('sign_in.not_set_up_title')}>{t('sign_in.not_set_up')}</PageTitle>
    </Page>
  )
}
