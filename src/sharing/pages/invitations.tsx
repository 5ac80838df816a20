import type { Frame } from '#person/parts/frame.ts'
import { LinkToHandOver } from '#person/parts/link-to-hand-over.tsx'
import { TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import type { Reader } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { InvitationList } from '../parts/invitations.tsx'
import type { Invitation } from '../sharing.ts'

interface Props {
  frame: Frame
  invitations: readonly Invitation[]
  canMail: boolean
  reader: Reader
  now: Date
  wrong?: { email: string; problems: Record<string, string> }
}

/** The administration brings people in. */
export const InvitationsPage = ({ frame, invitations, canMail, reader, now, wrong }: Props) => {
  const t = words(frame.locale)
  return (
    <Page title={t('invitations.title')} {...frame}>
      <PageTitle title={t('invitations.title')} overline={<a href="/organisation">{frame.organisationName}</a>}>
        {t('invitations.lead')}
      </PageTitle>
      <ErrorSummary locale={frame.locale} problems={wrong?.problems ?? {}} />
      <Form action="/organisation/invitations">
        <TextField
          name="email"
          type="email"
          inputmode="email"
          label={t('invitations.email')}
          hint={t(canMail ? 'invitations.email_hint_mail' : 'invitations.email_hint')}
          locale={frame.locale}
          value={wrong?.email}
          error={wrong?.problems.email}
          autocomplete="off"
          optional
        />
        <Actions>
          <Button kind="primary">{t('invitations.submit')}</Button>
        </Actions>
      </Form>
      <section class="section">
        {invitations.length > 0 ? (
          <InvitationList invitations={invitations} at="/organisation/invitations" reader={reader} now={now} />
        ) : (
          <p class="soft">{t('invitations.none')}</p>
        )}
      </section>
    </Page>
  )
}

/** The link, this once. `goOn` leads back to where it was made. */
export const InvitationMadePage = ({ frame, link, sentTo, goOn }: { frame: Frame; link: string; sentTo?: string | null; goOn: string }) => {
  const t = words(frame.locale)
  return (
    <Page title={t('invitations.made_title')} {...frame}>
      <PageTitle title={t('invitations.made_title')}>
        {sentTo ? t('invitations.made_sent', { email: sentTo }) : t('invitations.made')}
      </PageTitle>
      <LinkToHandOver id="link" label={t('invitations.link')} link={link} />
      <Actions>
        <LinkButton href={goOn}>{t('invitations.go_on')}</LinkButton>
      </Actions>
    </Page>
  )
}
