import { EmailField, fieldLabels, NameField, NewPasswordField } from '#person/parts/fields.tsx'
import type { Frame } from '#person/parts/frame.ts'
import { LanguageChoice } from '#person/parts/language-choice.tsx'
import type { Typed } from '#platform/web/read-form.ts'
import { locales } from '#platform/words/words.ts'
import { RadioGroup } from '#ui/choices.tsx'
import { TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { words } from '../messages/index.ts'

interface Props {
  frame: Frame
  token: string
  typed?: Typed
  problems?: Record<string, string>
}

/** First start: an organisation and its first person. */
export const SetupPage = ({ frame, token, typed = {}, problems = {} }: Props) => {
  const { locale } = frame
  const t = words(locale)
  const value = (name: string) => (typed[name] === undefined ? undefined : String(typed[name]))
  return (
    <Page title={t('setup.title')} {...frame}>
      <PageTitle title={t('setup.title')}>{t('setup.lead')}</PageTitle>
      <ErrorSummary
        locale={locale}
        problems={problems}
        labels={{ ...fieldLabels(locale), organisation: t('setup.organisation_name') }}
        kept={false}
      />
      <Form action="/setup" hidden={{ token }}>
        <h2>{t('setup.organisation')}</h2>
        <TextField
          name="organisation"
          label={t('setup.organisation_name')}
          locale={locale}
          value={value('organisation')}
          error={problems.organisation}
          autocomplete="organization"
          required
        />
        <RadioGroup
          name="locale"
          label={t('setup.locale')}
          locale={locale}
          value={value('locale') ?? locale}
          error={problems.locale}
          options={locales.map((one) => ({ value: one, label: t(`setup.locale.${one}`) }))}
        />
        <h2>{t('setup.you')}</h2>
        <p>{t('setup.you_what')}</p>
        <NameField locale={locale} value={value('name')} error={problems.name} />
        <EmailField locale={locale} value={value('email')} error={problems.email} />
        <NewPasswordField locale={locale} error={problems.password} first />
        <Actions>
          <Button kind="primary">{t('setup.submit')}</Button>
        </Actions>
      </Form>
      <LanguageChoice locale={locale} back={`/setup?token=${encodeURIComponent(token)}`} />
    </Page>
  )
}

export const SetupGonePage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Page title={t('setup.gone_title')} {...frame}>
      <PageTitle title={t('setup.gone_title')}>{t('setup.gone')}</PageTitle>
      <Actions>
        <LinkButton href="/sign-in">{t('setup.sign_in')}</LinkButton>
      </Actions>
    </Page>
  )
}
