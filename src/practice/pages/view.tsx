import { RadioGroup } from '#ui/choices.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { words } from '../messages/index.ts'
import type { Frame } from '../parts/frame.ts'
import { PracticePage } from '../parts/practice-page.tsx'
import type { PeerView } from '../queries/profile.ts'
import { competencyById, peerStem, type View, viewInWords, views } from '../rules/competency.ts'

interface ViewProps {
  frame: Frame
  view: PeerView
  typed?: Record<string, View>
  wrong?: boolean
}

/** Where somebody who was asked says what they have seen, or says nothing. */
export const ViewPage = ({ frame, view, typed, wrong }: ViewProps) => {
  const { locale } = frame
  const t = words(locale)
  const competency = competencyById(view.competency, locale)!
  const name = view.askerName
  const chosen = typed ?? view.answers ?? {}
  const first = competency.behaviours[0]!.id
  return (
    <PracticePage frame={frame} title={t('view.asked_title', { name })} lead={t('view.asked_how', { title: competency.title, name })}>
      <Form id="view" action={`/practice/views/${view.id}`}>
        <ErrorSummary locale={locale} problems={wrong ? { [first]: t('view.needs_one') } : {}} />
        <p>{peerStem(locale)}</p>
        {competency.behaviours.map(({ id, text }) => (
          <RadioGroup
            name={id}
            locale={locale}
            label={text}
            value={chosen[id]}
            readers={id === first ? t('view.readers', { name }) : undefined}
            options={views.map((value) => ({ value, label: viewInWords(value, locale) }))}
          />
        ))}
        <Actions>
          <Button kind="primary">{t('view.send')}</Button>
        </Actions>
      </Form>
      {!view.answers && <p class="small">{t('view.say_nothing_how')}</p>}
      <Form action={`/practice/views/${view.id}/removal`}>
        <Button kind="quiet">{t(view.answers ? 'view.take_back' : 'view.say_nothing')}</Button>
      </Form>
    </PracticePage>
  )
}
