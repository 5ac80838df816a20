import { handIn } from '#library/forms.ts'
import type { Question } from '#library/library.ts'
import { QuestionAtHand } from '#library/parts/question-at-hand.tsx'
import { dayIn } from '#platform/clock.ts'
import { ConflictNotice } from '#platform/web/elements/conflict-notice.tsx'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { languageOf } from '#platform/words/words.ts'
import type { Conflict } from '#sharing/sharing.ts'
import { EmptyState, Note } from '#ui/cards.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { sayProblems } from '#ui/problems.ts'
import { sayTime } from '#ui/time.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { limits } from '../forms/limits.ts'
import { words } from '../messages/index.ts'
import type { Frame } from '../parts/frame.ts'
import { PracticePage } from '../parts/practice-page.tsx'
import type { Entry } from '../queries/journal.ts'
import { competencyById } from '../rules/competency.ts'

/** Notes about oneself, the newest first. */
export const JournalPage = ({ frame, entries }: { frame: Frame; entries: readonly Entry[] }) => {
  const { locale, me, now } = frame
  const t = words(locale)
  const write = (
    <LinkButton kind="primary" href="/practice/journal/new">
      {t('journal.new')}
    </LinkButton>
  )
  return (
    <PracticePage frame={frame} title={t('journal.title')} lead={`${t('journal.lead')} ${t('practice.only_you')}`}>
      {entries.length === 0 ? (
        <EmptyState title={t('journal.empty')} act={write}>
          <p>{t('journal.empty_how')}</p>
        </EmptyState>
      ) : (
        <>
          <p>{write}</p>
          {entries.map((entry) => (
            <article class="entry" id={`entry-${entry.id}`}>
              <p class="small">
                <When at={entry.writtenAt} reader={me} now={now} />
              </p>
              <Words>{entry.body}</Words>
              <p class="small">
                <a
                  href={`/practice/journal/${entry.id}`}
                  aria-label={t('journal.change_label', { when: sayTime(entry.writtenAt, now, me) })}
                >
                  {t('journal.change')}
                </a>
              </p>
            </article>
          ))}
        </>
      )}
    </PracticePage>
  )
}

interface EntryProps {
  frame: Frame
  id: string
  /** Undefined: a new one. */
  entry?: Entry | undefined
  aim: string | null
  /** Names of people one accompanies that stand in it. */
  names?: readonly string[]
  typed?: Typed
  problems?: Problems
  conflict?: Conflict | undefined
  ownQuestions?: readonly Question[]
}

/** One note about oneself. It points at nobody, and says so; a name in it is pointed out, no more. */
export const EntryPage = ({ frame, id, entry, aim, names = [], typed = {}, problems = {}, conflict, ownQuestions }: EntryProps) => {
  const { locale, me, now } = frame
  const t = words(locale)
  const errors = sayProblems(problems, locale)
  const practising = aim ? competencyById(aim, locale) : undefined
  const said = (name: string, kept: string) => [typed[name] ?? kept].flat()[0] ?? ''
  const at = `/practice/journal/${id}`
  const above = { href: '/practice/journal', title: t('journal.title') }
  return (
    <PracticePage frame={frame} title={t('journal.new')} lead={t('journal.about_you')} above={above}>
      {names.length > 0 && <Names names={names} frame={frame} />}
      <lotse-draft data-key={`practice-entry:${entry ? id : 'new'}`} data-autosave="">
        <Form
          id="practice-entry"
          action={at}
          hidden={{ 'version.text': conflict?.version ?? said('version.text', String(entry?.version ?? 0)) }}
        >
          <ErrorSummary locale={locale} problems={errors} labels={{ text: t('journal.text') }} />
          {conflict && <ConflictNotice locale={locale} name="text" theirs={conflict.theirs} version={conflict.version} href={at} />}
          <TextArea
            name="text"
            locale={locale}
            label={t('journal.text')}
            hint={practising ? t('journal.practising', { title: practising.title, practice: practising.practice }) : t('journal.hint')}
            rows={8}
            limit={limits.entry}
            value={said('text', entry?.body ?? '')}
            error={errors.text}
            readers={t('practice.only_you')}
            further={{ 'data-given': typed.take ? '' : undefined }}
            question={
              <QuestionAtHand
                locale={locale}
                phase="evaluate"
                seed={`${me.personId} ${dayIn(me.timeZone, now)}`}
                hand={typed.question === undefined ? { hat: 'coaching', asked: 0 } : handIn(typed)}
                own={ownQuestions}
                asking
              />
            }
          />
          <Actions>
            <Button kind="primary">{t('journal.save')}</Button>
          </Actions>
        </Form>
      </lotse-draft>
      {entry && (
        <Form action={`${at}/removal`}>
          <Button kind="quiet">{t('journal.remove')}</Button>
        </Form>
      )}
    </PracticePage>
  )
}

const Names = ({ names, frame: { locale } }: { names: readonly string[]; frame: Frame }) => (
  <Note>
    <p id="names">
      {words(locale)('journal.names', {
        count: names.length,
        names: new Intl.ListFormat(languageOf(locale), { type: 'conjunction' }).format(names),
      })}
    </p>
  </Note>
)
