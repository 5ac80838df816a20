import { newId } from '#platform/ids.ts'
import { Select } from '#ui/fields.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { words } from '../messages/index.ts'
import type { PeerView } from '../queries/profile.ts'
import { type Competency, viewInWords } from '../rules/competency.ts'
import type { Frame } from './frame.ts'

/** Whom one has to do with, and so can ask. */
export type Peers = readonly { personId: string; name: string }[]

interface PeerViewsProps {
  frame: Frame
  competency: Competency
  views: readonly PeerView[]
  peers: Peers
}

/** What others said they have seen of one competency, each by name and behaviour by behaviour; and asking somebody. */
export const PeerViews = ({ frame, competency, views, peers }: PeerViewsProps) => {
  const { locale } = frame
  const t = words(locale)
  return (
    <section class="section" id="views">
      <h2>{t('view.title')}</h2>
      <p>{t('view.how')}</p>
      {views
        .filter((view) => view.competency === competency.id)
        .map((view) => (
          <OneView view={view} competency={competency} frame={frame} />
        ))}
      {peers.length === 0 ? (
        <p class="soft">{t('view.nobody')}</p>
      ) : (
        <Form action="/practice/views" hidden={{ id: newId(), competency: competency.id }}>
          <Select
            name="peerId"
            locale={locale}
            label={t('view.whom')}
            value={peers[0]!.personId}
            options={peers.map(({ personId, name }) => ({ value: personId, label: name }))}
            width="half"
          />
          <Actions>
            <Button>{t('view.ask')}</Button>
          </Actions>
        </Form>
      )}
    </section>
  )
}

const OneView = ({ view, competency, frame: { locale } }: { view: PeerView; competency: Competency; frame: Frame }) => {
  const t = words(locale)
  const { answers, peerName: name } = view
  const act = t(answers ? 'view.end_answered' : 'view.end')
  return (
    <article class="card stack">
      <h3>{t('view.by', { name })}</h3>
      {answers ? (
        <dl class="facts">
          {competency.behaviours
            .filter(({ id }) => answers[id])
            .map(({ id, text }) => (
              <>
                <dt>{text}</dt>
                <dd>{viewInWords(answers[id]!, locale)}</dd>
              </>
            ))}
        </dl>
      ) : (
        <p class="soft">{t('view.waiting')}</p>
      )}
      <Form action={`/practice/views/${view.id}/removal`} class="inline-form">
        <Button kind="quiet" label={t('view.end_label', { act, name })}>
          {act}
        </Button>
      </Form>
    </article>
  )
}
