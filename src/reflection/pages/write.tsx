import { Button, ErrorSummary, Form } from '#ui/form.tsx'
import { PageTitle } from '#ui/page.tsx'
import { words } from '../messages/index.ts'
import { type Frame, JournalPageFrame } from '../parts/frame.tsx'
import { Earlier, JourneyChoice, type Place, PlaceFields, readersInWords } from '../parts/writing.tsx'
import type { Cadence, Entry } from '../reflection.ts'
import type { Ago } from '../rules/look-back.ts'

interface WriteProps {
  frame: Frame
  cadence: Cadence | null
  places: readonly Place[]
  journeys: readonly { id: string; title: string }[]
  journeyId: string | null
  /** The step that was done just before, to go back to. */
  stepId?: string | undefined
  errors: Readonly<Record<string, string>>
  earlier?: { ago: Ago; entry: Entry } | undefined
}

/** One page to write on: freely, to one prompt, or to those of the week. Nothing has to be filled in. */
export const WritePage = ({ frame, cadence, places, journeys, journeyId, stepId, errors, earlier }: WriteProps) => {
  const { me } = frame
  const t = words(me.locale)
  const kind = cadence ?? 'free'
  const step = stepId && journeyId ? { id: stepId, journeyId } : undefined
  return (
    <JournalPageFrame frame={frame} title={t(`write.${kind}_title`)}>
      <PageTitle title={t(`write.${kind}_title`)}>{t(`write.${kind}_lead`)}</PageTitle>
      <lotse-draft data-key={`reflection:${kind}`} data-autosave="">
        <Form
          id="reflection"
          action="/reflections"
          hidden={{ cadence: cadence ?? '', ...(step ? { stepId: step.id, journeyId: step.journeyId } : {}) }}
        >
          <ErrorSummary locale={me.locale} problems={errors} />
          {places.map((place) => (
            <PlaceFields
              place={place}
              me={me}
              error={errors[`text-${place.place}`]}
              rows={step ? 2 : places.length > 1 ? 3 : 6}
              another={place.prompt !== null}
            />
          ))}
          {!step && <JourneyChoice me={me} journeys={journeys} value={journeyId ?? ''} />}
          <p class="readers">{t('write.readers')}</p>
          <div class="actions">
            <Button kind={step ? 'secondary' : 'primary'}>{t('write.keep')}</Button>
            <a class="button button-quiet" href={step ? `/journeys/${step.journeyId}#step-${step.id}` : '/today'}>
              {t('write.not_now')}
            </a>
          </div>
        </Form>
      </lotse-draft>
      <Earlier earlier={earlier} me={me} />
    </JournalPageFrame>
  )
}

interface ChangeProps {
  frame: Frame
  entry: Entry
  place: Place
  journeys: readonly { id: string; title: string }[]
  journeyId: string | null
  errors: Readonly<Record<string, string>>
}

/** The words of an entry, to be changed. */
export const ChangePage = ({ frame, entry, place, journeys, journeyId, errors }: ChangeProps) => {
  const { me } = frame
  const t = words(me.locale)
  return (
    <JournalPageFrame frame={frame} title={t('change.title')}>
      <PageTitle title={t('change.title')} />
      <lotse-draft data-key={`reflection:${entry.id}`} data-autosave="">
        <Form id="reflection" action={`/reflections/${entry.id}`}>
          <ErrorSummary locale={me.locale} problems={errors} />
          <PlaceFields place={place} me={me} error={errors['text-1']} rows={6} another={false} />
          <JourneyChoice me={me} journeys={journeys} value={journeyId ?? ''} />
          {readersInWords(entry, me, t).map((reader) => (
            <p class="readers">{reader}</p>
          ))}
          <div class="actions">
            <Button kind="primary">{t('change.keep')}</Button>
            <a class="button button-quiet" href={`/reflections/${entry.id}`}>
              {t('back')}
            </a>
          </div>
        </Form>
      </lotse-draft>
    </JournalPageFrame>
  )
}
