import type { Frame } from '#person/parts/frame.ts'
import { EmptyState } from '#ui/cards.tsx'
import { NotebookDrawing } from '#ui/drawings.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import type { Reader } from '#ui/time.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { words } from '../messages/index.ts'
import { type ContactMessage, limits } from '../site.ts'

type Props = { frame: Frame; messages: readonly ContactMessage[]; removed?: string; reader: Reader; now: Date }

/** What visitors wrote to the administration. */
export const MessagesPage = ({ frame, messages, removed, reader, now }: Props) => {
  const t = words(frame.locale)
  return (
    <Page title={t('messages.title')} {...frame}>
      <PageTitle title={t('messages.title')} overline={<a href="/organisation">{t('texts.back')}</a>}>
        {t('messages.lead', { days: limits.messageDays })}
      </PageTitle>
      {removed && (
        <Form action={`/organisation/messages/${removed}/return`} class="row messages-undo">
          <span>{t('messages.removed')}</span>
          <Button kind="quiet">{t('messages.undo')}</Button>
        </Form>
      )}
      {messages.length === 0 && <EmptyState drawing={<NotebookDrawing />} title={t('messages.none')} />}
      <ul class="list">
        {messages.map((message) => (
          <Message frame={frame} message={message} reader={reader} now={now} />
        ))}
      </ul>
    </Page>
  )
}

const Message = ({ frame, message, reader, now }: { frame: Frame; message: ContactMessage; reader: Reader; now: Date }) => {
  const t = words(frame.locale)
  const { id, name, email, body, sentAt, answered } = message
  return (
    <li id={id}>
      <p class="card-says">
        {name && `${name}, `}
        <a href={`mailto:${email}`}>{email}</a> · <When at={sentAt} reader={reader} now={now} />
      </p>
      <Words>{body}</Words>
      {answered && (
        <p class="small">
          {t('messages.answered', { name: answered.by ?? t('texts.somebody') })} <When at={answered.at} reader={reader} now={now} />
        </p>
      )}
      <Actions>
        {!answered && (
          <Form action={`/organisation/messages/${id}/answered`} class="inline-form">
            <Button label={t('messages.mark_label', { name: name || email })}>{t('messages.mark')}</Button>
          </Form>
        )}
        <Form action={`/organisation/messages/${id}/removal`} class="inline-form">
          <Button kind="quiet" label={t('messages.remove_label', { name: name || email })}>
            {t('messages.remove')}
          </Button>
        </Form>
      </Actions>
    </li>
  )
}
