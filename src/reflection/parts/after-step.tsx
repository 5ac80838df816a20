import type { JourneySlots } from '#journey/parts/slots.ts'
import { reflectionPrompts } from '#library/library.ts'
import { ownRhythm } from '#person/queries.ts'
import { dayIn } from '#platform/clock.ts'
import { asId, newId } from '#platform/ids.ts'
import { Button, Form } from '#ui/form.tsx'
import { rememberShown } from '../commands/entry.ts'
import { words } from '../messages/index.ts'
import { promptsToday } from '../queries/prompts.ts'
import { PlaceFields } from './writing.tsx'

const kept = 'kept-'
/** Where a person goes on after answering at a step: to the step, which says that it was kept. */
export const backToStep = (journeyId: string, stepId: string, entryId: string): string =>
  `/journeys/${journeyId}?after=${stepId}&offer=${kept}${entryId}#step-${stepId}`

/** One short question at a step that was just done, to be answered there or passed over without any consequence. */
export const afterStep: JourneySlots['stepDone'] = {
  async offer(db, me, now) {
    const { afterStep: wanted } = await ownRhythm(db)
    if (!wanted) return undefined
    const today = dayIn(me.timeZone, now)
    const { fresh, shownToday } = await promptsToday(db, { ...me, cadence: 'after_step', today })
    const prompt = fresh.find(({ id }) => !shownToday.includes(id))
    if (prompt) await rememberShown(db, [prompt.id], today)
    return prompt?.id
  },
  show({ me, journeyId, stepId, offered }) {
    const t = words(me.locale)
    const entryId = offered.startsWith(kept) ? asId(offered.slice(kept.length)) : undefined
    if (entryId)
      return (
        <p class="water step-prompt" role="status">
          {t('step.kept')} <a href={`/reflections/${entryId}`}>{t('step.read')}</a>
        </p>
      )
    const prompt = reflectionPrompts(me.locale).find(({ id, cadence }) => id === offered && cadence === 'after_step')
    if (!prompt) return null
    return (
      <section class="water step-prompt" aria-label={t('step.title')}>
        <lotse-draft data-key={`reflection:step:${stepId}`}>
          <Form id="reflection" action="/reflections" hidden={{ cadence: 'after_step', journeyId, stepId }}>
            <p class="small">{t('step.title')}</p>
            <PlaceFields place={{ place: 1, id: newId(), prompt, text: '', version: 0 }} me={me} error={undefined} rows={2} another />
            <p class="readers small">{t('write.readers')}</p>
            <div class="actions">
              <Button>{t('write.keep')}</Button>
              <a class="button button-quiet" href={`/journeys/${journeyId}#step-${stepId}`}>
                {t('write.not_now')}
              </a>
            </div>
          </Form>
        </lotse-draft>
      </section>
    )
  },
}
