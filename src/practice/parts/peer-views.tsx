import { newId } from '#platform/ids.ts'
import { Select } from '#ui/fields.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { words } from '../messages/index.ts'
import type { PeerView } from '../queries/profile.ts'
import { competencies, competencyById, viewInWords } from '../rules/competency.ts'
import type { Frame } from './frame.ts'

interface PeerViewsProps {
  frame: Frame
  views: readonly PeerView[]
  peers: readonly { personId: string; name: string }[]
}

/** What others said they have seen, each by name and behaviour by behaviour; and asking somebody. */
export const PeerViews = ({ frame, views, peers }: PeerViewsProps) => {
  const { locale, me } = frame
  const t = words(locale)
  const asked = views.filter(({ askerId }) => askerId === me.personId)
  return (
    <section class="section" id="views">
      <h2>{t('view.title')}</h2>
      <p>{t('view.how')}</p>
      {asked.map((view) => (
        <OneView view={view} frame={frame} />
      ))}
      {peers.length === 0 ? (
        <p class="soft">{t('view.nobody')}</p>
      ) : (
        <Form action="/practice/views" hidden={{ id: newId() }}>
          <Select
            name="peerId"
            locale={locale}
            label={t('view.whom')}
            value={peers[0]!.personId}
            options={peers.map(({ personId, name }) => ({ value: personId, label: name }))}
            width="half"
          />
          <Select
            name="competency"
            locale={locale}
            label={t('view.which')}
            value={competencies(locale)[0]!.id}
            options={competencies(locale).map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Actions>
            <Button>{t('view.ask')}</Button>
          </Actions>
        </Form>
      )}
    </section>
  )
}

const OneView = ({ view, frame: { locale } }: { view: PeerView; frame: Frame }) => {
  const t = words(locale)
  const { answers } = view
  const competency = competencyById(view.competency, locale)
  if (!competency) return null
  const act = t(answers ? 'view.end_answered' : 'view.end')
  return (
    <article class="card stack">
      <h3>{t('view.by', { title: competency.title, name: view.peerName })}</h3>
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
        <Button kind="quiet" label={t('view.end_label', { act, title: competency.title, name: view.peerName })}>
          {act}
        </Button>
      </Form>
    </article>
  )
}
