import type { Typed } from '#platform/web/read-form.ts'
import { Note } from '#ui/cards.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { PageTitle } from '#ui/page.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { words } from '../messages/index.ts'
import type { PublicFrame } from '../parts/frame.ts'
import { Trap } from '../parts/trap.tsx'
import { limits } from '../site.ts'

type Props = { frame: PublicFrame; stamp: string; sent?: boolean; typed?: Typed; problems?: Record<string, string> }

/** Somebody without an account writes to those who look after the installation. */
export const ContactPage = ({ frame, stamp, sent, typed = {}, problems = {} }: Props) => {
  const { locale } = frame
  const t = words(locale)
  const kept = (name: string) => String(typed[name] ?? '')
  const labels = { name: t('contact.name'), email: t('contact.email'), body: t('contact.body') }
  return (
    <PublicPage title={t('contact.title')} description={t('contact.lead', { organisation: frame.organisationName })} {...frame}>
      <PageTitle title={t('contact.title')}>{sent ? undefined : t('contact.lead', { organisation: frame.organisationName })}</PageTitle>
      {sent ? (
        <Note tone="harbour" title={t('contact.sent')}>
          <p>{t('contact.sent_what')}</p>
        </Note>
      ) : (
        <>
          <ErrorSummary locale={locale} problems={problems} labels={labels} />
          <Form action="/contact" hidden={{ stamp }}>
            <TextField
              name="name"
              label={labels.name}
              locale={locale}
              value={kept('name')}
              error={problems.name}
              autocomplete="name"
              optional
            />
            <TextField
              name="email"
              type="email"
              inputmode="email"
              label={labels.email}
              hint={t('contact.email_hint')}
              locale={locale}
              value={kept('email')}
              error={problems.email}
              autocomplete="email"
              required
            />
            <TextArea
              name="body"
              label={labels.body}
              locale={locale}
              value={kept('body')}
              error={problems.body}
              rows={6}
              limit={limits.message}
              readers={t('contact.readers', { organisation: frame.organisationName })}
              required
            />
            <Trap locale={locale} />
            <Actions>
              <Button kind="primary">{t('contact.send')}</Button>
            </Actions>
          </Form>
          <p class="small">{t('contact.kept', { days: limits.messageDays })}</p>
        </>
      )}
    </PublicPage>
  )
}
