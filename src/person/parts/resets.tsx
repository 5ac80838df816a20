import { Note } from '#ui/cards.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { fullTime, type Reader } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { isPending, type PasswordReset, stateOfReset } from '../person.ts'

interface Props {
  resets: readonly PasswordReset[]
  reader: Reader
  now: Date
}

/** Says where the person lands that an administrator made a link to their account, and lets them cancel it. Nothing where nobody did. */
export const ResetNotice = ({ resets, reader, now }: Props) => {
  const t = words(reader.locale)
  return (
    <>
      {resets.map((reset) => {
        const ready = stateOfReset(reset, now) === 'ready'
        const when = fullTime(ready ? reset.expiresAt : reset.worksFrom, reader)
        return (
          <Note tone="caution" title={t('resets.notice_title')}>
            <p>{t(ready ? 'resets.notice_ready' : 'resets.notice', { name: reset.askedBy?.name ?? '', when })}</p>
            <Cancel reset={reset} reader={reader} />
          </Note>
        )
      })}
    </>
  )
}

const Cancel = ({ reset, reader }: { reset: PasswordReset; reader: Reader }) => (
  <Form action={`/settings/resets/${reset.id}/cancel`} class="inline-form">
    <Actions>
      <Button>{words(reader.locale)('resets.cancel')}</Button>
    </Actions>
  </Form>
)

/** Everybody who ever tried; what can still be stopped has its button. */
export const ResetList = ({ resets, reader, now, mine }: Props & { mine: string }) => {
  const t = words(reader.locale)
  return (
    <ul class="list">
      {resets.map((reset) => (
        <li>
          <p>{t(`resets.kind.${reset.kind}`, { name: reset.askedBy?.name ?? '' })}</p>
          <p class="small">
            {fullTime(reset.madeAt, reader)} · {stateSaid(reset, reader, now, mine)}
          </p>
          {isPending(reset, now) && <Cancel reset={reset} reader={reader} />}
        </li>
      ))}
    </ul>
  )
}

function stateSaid(reset: PasswordReset, reader: Reader, now: Date, mine: string): string {
  const t = words(reader.locale)
  const state = stateOfReset(reset, now)
  if (state === 'used') return t('resets.state.used', { when: fullTime(reset.usedAt!, reader) })
  if (state === 'waiting') return t('resets.state.waiting', { when: fullTime(reset.worksFrom, reader) })
  if (state === 'ready') return t('resets.state.ready', { when: fullTime(reset.expiresAt, reader) })
  if (state === 'expired') return t('resets.state.expired')
  return t(reset.cancelledBy === mine ? 'resets.state.cancelled' : 'resets.state.withdrawn')
}
