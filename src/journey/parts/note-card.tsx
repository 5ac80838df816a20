import type { PropsWithChildren } from 'hono/jsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { bodyOf, type ObservationView, openCycleOf } from '../queries/whole.ts'
import type { PhaseProps } from './phase.ts'
import { othersInWords, readersInWords } from './readers.tsx'
import { whatOf } from './step-reading.tsx'

type NoteCardProps = PropsWithChildren<{
  props: PhaseProps
  note: ObservationView
  /** With the forms that change it; a part that refreshes itself holds none. */
  changeable?: boolean
}>

/** One note: its words, when, about what, who reads it. Children are further things to do with it. */
export const NoteCard = ({ props, note, changeable, children }: NoteCardProps) => {
  const { me, now, whole, isLearner, t } = props
  const inOpenCycle = openCycleOf(whole)?.id === note.cycle_id
  const step = whole.cycles.flatMap((cycle) => cycle.steps).find((candidate) => candidate.id === note.step_id)
  return (
    <article class="card note-card" id={`note-${note.id}`} tabindex={-1}>
      <p class="card-says">
        <When at={new Date(note.at)} now={now} reader={me} />
        {step && ` · ${t('attempt.about_step', { what: whatOf(step, t) })}`}
      </p>
      <Words>{bodyOf(note.texts, 'text')}</Words>
      {note.mood && <p class="small">{t('attempt.mood_read', { mood: t(`attempt.mood.${note.mood}`) })}</p>}
      <Files props={props} note={note} changeable={changeable} />
      {isLearner && <p class="small">{readersInWords(props, note.audience_id)}</p>}
      {isLearner && (
        <Actions>
          {children}
          {changeable && <Readers props={props} note={note} />}
          {inOpenCycle && <EditLink props={props} note={note} />}
          {changeable && <Removal props={props} note={note} />}
        </Actions>
      )}
    </article>
  )
}

const addressOf = ({ props, note }: NoteCardProps) => `/journeys/${props.whole.journey.id}/observations/${note.id}`

const Readers = (card: NoteCardProps) => {
  const { props, note } = card
  const others = othersInWords(props)
  const open = others ? props.t('attempt.open', { names: others }) : props.t('attempt.open_later')
  return (
    <Form class="inline-form" action={`${addressOf(card)}/readers`}>
      <Button kind="quiet" name="readers" value={note.audience_id ? 'private' : 'journey'}>
        {note.audience_id ? props.t('attempt.close') : open}
      </Button>
    </Form>
  )
}

const startOf = (note: ObservationView) => bodyOf(note.texts, 'text').slice(0, 60)

const EditLink = (card: NoteCardProps) => (
  <a class="button button-quiet" href={addressOf(card)} aria-label={card.props.t('attempt.edit_label', { text: startOf(card.note) })}>
    {card.props.t('attempt.edit')}
  </a>
)

const Removal = (card: NoteCardProps) => (
  <Form class="inline-form" action={`${addressOf(card)}/removal`}>
    <Button kind="quiet" label={card.props.t('attempt.remove_label', { text: startOf(card.note) })}>
      {card.props.t('attempt.remove')}
    </Button>
  </Form>
)

const Files = ({ props, note, changeable }: NoteCardProps) => {
  const { whole, t } = props
  if (note.attachments.length === 0) return null
  return (
    <ul class="files">
      {note.attachments.map((file) => {
        const href = `/journeys/${whole.journey.id}/attachments/${file.id}`
        return (
          <li>
            {file.media_type.startsWith('image/') && (
              <a href={href}>
                <img class="file-picture" src={href} alt={file.name} loading="lazy" />
              </a>
            )}
            <p class="small">
              <a href={href} aria-label={t('attempt.file_open', { name: file.name })}>
                {file.name}
              </a>{' '}
              ({sizeInWords(file.bytes, t)})
            </p>
            {changeable && (
              <Form class="inline-form" action={`${href}/removal`}>
                <Button kind="quiet" label={t('attempt.file_remove', { name: file.name })}>
                  {t('attempt.remove')}
                </Button>
              </Form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const mega = 1024 * 1024
function sizeInWords(bytes: number, t: PhaseProps['t']): string {
  return bytes < mega / 2
    ? t('attempt.file_size_small', { size: Math.max(1, Math.round(bytes / 1024)) })
    : t('attempt.file_size', { size: bytes / mega })
}
