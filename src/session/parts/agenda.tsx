import { handIn } from '#library/forms.ts'
import { QuestionAtHand } from '#library/parts/question-at-hand.tsx'
import { dayIn } from '#platform/clock.ts'
import { newId } from '#platform/ids.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import { TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { sayProblems } from '#ui/problems.ts'
import { Words } from '#ui/words.tsx'
import { type Item, limits, takesAgenda } from '../session.ts'
import { addressOf, type SessionProps, sayItem, topicsOf } from './props.ts'

/** What is talked about: suggested, and theirs to change. Afterwards, what was left open. */
export const Agenda = (props: SessionProps) => {
  const { session, now, t } = props
  const over = session.state === 'held'
  // How one arrives is on every agenda by itself.
  const open = session.agenda.filter((item) => !item.isDone && item.suggestion !== 'arrive')
  const shown = over ? open : session.agenda
  return (
    <section id="agenda" class="stack">
      <LiveRegion id="session-agenda" topics={topicsOf(session)} at={now} src={addressOf(session)}>
        {(!over || open.length > 0) && <h2>{t(over ? 'agenda.left_open' : 'agenda.title')}</h2>}
        {over && open.length > 0 && <p class="small soft">{t('agenda.left_open_how')}</p>}
        {shown.length === 0 && !over && <p class="soft">{t('agenda.none')}</p>}
        <ol class="list agenda">
          {shown.map((item, index) => (
            <Point {...props} item={item} isFirst={index === 0} isLast={index === shown.length - 1} />
          ))}
        </ol>
      </LiveRegion>
      {takesAgenda(session) && <NewPoint {...props} />}
    </section>
  )
}

const Point = (props: SessionProps & { item: Item; isFirst: boolean; isLast: boolean }) => {
  const { session, item, t } = props
  const text = sayItem(item, t)
  const here = `${addressOf(session)}/items/${item.id}`
  return (
    <li id={`item-${item.id}`} class={item.isDone ? 'agenda-point agenda-done' : 'agenda-point'}>
      <p>
        {item.words ? <Words inline>{text}</Words> : text}
        {item.isDone && <span class="soft"> · {t('agenda.talked')}</span>}
      </p>
      {takesAgenda(session) && (
        <Form action={here} class="inline-form agenda-acts">
          {session.state === 'running' && (
            <Button
              kind="quiet"
              name="act"
              value={item.isDone ? 'reopen' : 'done'}
              label={t(item.isDone ? 'agenda.reopen_label' : 'agenda.done_label', { item: text })}
            >
              {t(item.isDone ? 'agenda.reopen' : 'agenda.done')}
            </Button>
          )}
          <a class="button button-quiet" href={here} aria-label={t('agenda.edit_label', { item: text })}>
            {t('agenda.edit')}
          </a>
          {!props.isFirst && (
            <Button kind="quiet" name="act" value="up" label={t('agenda.up', { item: text })}>
              ↑
            </Button>
          )}
          {!props.isLast && (
            <Button kind="quiet" name="act" value="down" label={t('agenda.down', { item: text })}>
              ↓
            </Button>
          )}
        </Form>
      )}
    </li>
  )
}

const NewPoint = ({ session, me, now, t, refill }: SessionProps) => {
  const mine = refill?.form === 'item' ? refill : undefined
  const errors = sayProblems(mine?.problems ?? {}, me.locale)
  return (
    <lotse-draft data-key={`session-item:${session.id}`}>
      <Form id="new-item" action={`${addressOf(session)}/items`} hidden={{ id: String(mine?.typed.id ?? newId()) }}>
        <ErrorSummary locale={me.locale} problems={errors} />
        <button type="submit" hidden>
          {t('agenda.add_send')}
        </button>
        <TextField
          name="item"
          label={t('agenda.add')}
          locale={me.locale}
          limit={limits.item}
          value={String(mine?.typed.item ?? '')}
          error={errors.item}
          further={{ 'data-given': mine?.typed.take ? '' : undefined }}
          question={
            <QuestionAtHand
              locale={me.locale}
              seed={`${session.id} ${dayIn(me.timeZone, now)}`}
              hand={mine?.ownQuestions ? handIn(mine.typed) : { hat: 'facilitation', asked: 0 }}
              own={mine?.ownQuestions}
              asking
            />
          }
        />
        <Actions>
          <Button>{t('agenda.add_send')}</Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}
