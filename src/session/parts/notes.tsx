import { ConflictNotice } from '#platform/web/elements/conflict-notice.tsx'
import { toBase64 } from '#platform/web/elements/together/shared-doc.ts'
import { sharedTextLimit } from '#sharing/rules/shared-text.ts'
import { topicOfSharedText } from '#sharing/sharing.ts'
import { TextArea } from '#ui/fields.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { sayProblems } from '#ui/problems.ts'
import { Words } from '#ui/words.tsx'
import { addressOf, type SessionProps } from './props.ts'

/** Notes that everybody writes at once. Without script a form with a version, that shows both texts where two wrote. */
export const Notes = ({ session, notes, me, t, refill }: SessionProps) => {
  const mine = refill?.form === 'notes' ? refill : undefined
  const errors = sayProblems(mine?.problems ?? {}, me.locale)
  if (session.state === 'cancelled')
    return notes.body ? (
      <section id="notes">
        <h2>{t('notes.title')}</h2>
        <Words>{notes.body}</Words>
      </section>
    ) : null
  return (
    <section id="notes" class="stack">
      <h2>{t('notes.title')}</h2>
      <lotse-together
        data-address={`/shared-texts/${session.id}`}
        data-topic={topicOfSharedText({ id: session.id, audienceId: session.id })}
        data-number={String(notes.number)}
        data-whole={toBase64(notes.whole)}
      >
        <Form id="notes-form" action={`${addressOf(session)}/notes`} hidden={{ 'version.notes': mine?.conflict?.version ?? notes.number }}>
          <TextArea
            name="notes"
            id="notes-text"
            label={t('notes.label')}
            hint={t('notes.hint')}
            locale={me.locale}
            rows={10}
            limit={sharedTextLimit}
            value={String(mine?.typed.notes ?? notes.body)}
            error={errors.notes}
            status={mine?.conflict && <ConflictNotice locale={me.locale} name="notes" {...mine.conflict} href={addressOf(session)} />}
          />
          <Actions>
            <Button further={{ 'data-plain': '' }}>{t('notes.save')}</Button>
          </Actions>
        </Form>
      </lotse-together>
    </section>
  )
}
