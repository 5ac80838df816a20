import type { Frame } from '#person/parts/frame.ts'
import { newId } from '#platform/ids.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { Note } from '#ui/cards.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import { Words } from '#ui/words.tsx'
import { fieldsShown, type Introduction, isOpen, requestLimits, type ShownPart, shownParts } from '../directory.ts'
import { type DirectoryWords, words } from '../messages/index.ts'
import { IntroductionList, IntroductionReading, Portrait } from '../parts/introductions.tsx'

/** A journey to ask for, with what a request may show of it. */
export interface JourneyToShow {
  id: string
  title: string
  learningQuestion: string
  situation: string
}

export interface IntroductionPageProps {
  frame: Frame
  introduction: Introduction
  isMe: boolean
  /** The reader's own journeys that are not over, last written first. */
  journeys: readonly JourneyToShow[]
  chosen: string | undefined
  others: readonly Introduction[]
  wrong?: { typed: Typed; problems: Problems; refusal?: string } | undefined
}

/** One introduction, and the form to ask. */
export const IntroductionPage = (props: IntroductionPageProps) => {
  const { frame, introduction, isMe } = props
  const t = words(frame.locale)
  return (
    <Page title={introduction.name} {...frame} place="journeys">
      <PageTitle title={introduction.name} overline={<a href="/facilitators">{t('directory.title')}</a>} />
      <Portrait introduction={introduction} large />
      {isMe && <p>{t('directory.yourself')}</p>}
      <IntroductionReading introduction={introduction} locale={frame.locale} t={t} />
      {isMe ? (
        <p>
          <LinkButton href="/facilitators/mine">{t('directory.change_own')}</LinkButton>
        </p>
      ) : (
        <Ask {...props} t={t} />
      )}
    </Page>
  )
}

const Ask = (props: IntroductionPageProps & { t: DirectoryWords }) => {
  const { introduction, journeys, others, frame, t } = props
  const { name } = introduction
  if (!isOpen(introduction) && !props.wrong) {
    return others.length === 0 ? null : (
      <section class="section">
        <p>{t('ask.closed')}</p>
        <IntroductionList introductions={others} locale={frame.locale} t={t} />
      </section>
    )
  }
  return (
    <section class="section" id="ask">
      <h2>{t('ask.title', { name })}</h2>
      {journeys.length === 0 ? (
        <>
          <p>{t('ask.no_journey')}</p>
          <p>
            <LinkButton kind="primary" href="/journeys/new">
              {t('ask.begin')}
            </LinkButton>
          </p>
        </>
      ) : (
        <AskForm {...props} />
      )}
    </section>
  )
}

const AskForm = ({
  introduction: { personId, name },
  journeys,
  chosen,
  frame: { locale },
  wrong,
  t,
}: IntroductionPageProps & { t: DirectoryWords }) => {
  const problems = sayProblems(wrong?.problems ?? {}, locale)
  const typed = (field: string, otherwise: string) => String(wrong?.typed[field] ?? otherwise)
  const journey = journeys.find(({ id }) => id === typed('journey', chosen ?? '')) ?? journeys[0]!
  return (
    <lotse-draft data-key={`request:${personId}`}>
      <Form action={`/facilitators/${personId}/requests`} hidden={{ id: typed('id', newId()) }}>
        {wrong?.refusal && (
          <Note tone="caution">
            <p role="alert">{wrong.refusal}</p>
          </Note>
        )}
        <ErrorSummary locale={locale} problems={problems} />
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
        <Previews journeys={journeys} name={name} t={t} />
        <Actions>
          <Button kind="primary">{t('ask.send')}</Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}

/** What each choice would show, word for word, before anything is sent. */
const Previews = ({ journeys, name, t }: { journeys: readonly JourneyToShow[]; name: string; t: DirectoryWords }) => (
  <details class="fold">
    <summary>{t('ask.preview', { name })}</summary>
    <div class="fold-body stack">
      {journeys.map((journey) => (
        <dl class="facts">
          {fieldsShown('situation' satisfies ShownPart).map((field) => (
            <>
              <dt>{t(`request.${field}`)}</dt>
              <dd>{journey[field] ? <Words>{journey[field]}</Words> : <span class="soft">{t('ask.preview_empty')}</span>}</dd>
            </>
          ))}
        </dl>
      ))}
    </div>
  </details>
)
