import type { Frame } from '#person/parts/frame.ts'
import { newId } from '#platform/ids.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { Note } from '#ui/cards.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { sayProblems } from '#ui/problems.ts'
import { Words } from '#ui/words.tsx'
import { type Introduction, requestLimits, shownParts } from '../directory.ts'
import { words } from '../messages/index.ts'
import type { JourneyToShow } from '../queries/journeys.ts'

interface AskFormProps {
  frame: Frame
  introduction: Introduction
  journeys: readonly JourneyToShow[]
  chosen: string | undefined
  wrong?: { typed: Typed; problems: Problems; refusal?: string } | undefined
}

/** A few lines to somebody, and how much of which challenge goes along. */
export const AskForm = ({ introduction: { personId, name }, journeys, chosen, frame: { locale }, wrong }: AskFormProps) => {
  const t = words(locale)
  const problems = sayProblems(wrong?.problems ?? {}, locale)
  const typed = (field: string, otherwise: string) => String(wrong?.typed[field] ?? otherwise)
  const journey = journeys.find(({ id }) => id === typed('journey', chosen ?? '')) ?? journeys[0]!
  return (
    <lotse-draft data-key={`request:${personId}`}>
      <Form class="form request-form" action={`/facilitators/${personId}/requests`} hidden={{ id: typed('id', newId()) }}>
        {wrong?.refusal && (
          <Note tone="caution">
            <p role="alert">{wrong.refusal}</p>
          </Note>
        )}
        <ErrorSummary locale={locale} problems={problems} labels={{ lines: t('ask.lines', { name }) }} />
        <RadioGroup
          name="journey"
          label={t('ask.journey')}
          locale={locale}
          value={journey.id}
          error={problems.journey}
          options={journeys.map(({ id, title }) => ({ value: id, label: title || t('ask.untitled') }))}
        />
        <TextArea
          name="lines"
          label={t('ask.lines', { name })}
          hint={t('ask.lines_hint')}
          locale={locale}
          value={typed('lines', '')}
          error={problems.lines}
          limit={requestLimits.lines.max}
          rows={5}
          readers={t('ask.readers', { name })}
        />
        <RadioGroup
          name="shown"
          label={t('ask.shown', { name })}
          hint={t('ask.shown_hint')}
          locale={locale}
          value={typed('shown', 'title')}
          error={problems.shown}
          options={shownParts.map((value) => ({ value, label: t(`ask.shown.${value}`) }))}
        />
        <Preview journeys={journeys} name={name} t={t} />
        <Actions>
          <Button kind="primary">{t('ask.send')}</Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}

const parts = { title: 'title', question: 'learningQuestion', situation: 'situation' } as const

/** What would be read, word for word, before anything is sent. The style sheet leaves out whatever is not chosen above. */
const Preview = ({ journeys, name, t }: { journeys: readonly JourneyToShow[]; name: string; t: ReturnType<typeof words> }) => (
  <div class="note">
    <p class="note-title">{t('ask.preview', { name })}</p>
    <p class="preview-lines">{t('ask.preview_lines')}</p>
    <div class="previews">
      {journeys.map((journey) => (
        <dl class="stack">
          {Object.entries(parts).map(([part, field]) => (
            <div class={`preview-${part}`}>
              <dt class="small">{t(`request.${field}`)}</dt>
              <dd>{journey[field] ? <Words>{journey[field]}</Words> : <span class="soft">{t('ask.preview_empty')}</span>}</dd>
            </div>
          ))}
        </dl>
      ))}
    </div>
  </div>
)
