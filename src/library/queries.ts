import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Typed } from '#platform/web/read-form.ts'
import type { Locale } from '#platform/words/words.ts'
import { type Hat, type Question, type QuestionPhase, type QuestionTag, questionById } from './library.ts'

/** A question that somebody keeps beside the bank. */
export interface OwnQuestion extends Question {
  version: number
  /** Whether whoever accompanies in the organisation reads it. */
  isShared: boolean
}

/** A question that a colleague shares. */
export interface ColleaguesQuestion extends Question {
  authorName: string
}

interface Row {
  id: string
  phase: string
  hat: string
  tag: string | null
  body: string
}
const asQuestion = ({ id, phase, hat, tag, body }: Row): Question => ({
  id,
  phase: phase as QuestionPhase,
  hat: hat as Hat,
  tags: tag ? [tag as QuestionTag] : [],
  text: body,
})

/** The questions that this person keeps, the newest first. */
export async function ownQuestions(db: PersonDb): Promise<OwnQuestion[]> {
  const { rows } = await sql<Row & { version: number; is_shared: boolean }>`
    select q.id, q.phase, q.hat, q.tag, t.body, t.version, q.shared_at is not null as is_shared from own_question q
    join passage t on t.organisation_id = q.organisation_id and t.subject_id = q.id and t.field = 'ownQuestion' and t.author_id = me()
    where q.organisation_id = my_organisation() and q.person_id = me() order by q.kept_at desc`.execute(db)
  return rows.map((row) => ({ ...asQuestion(row), version: row.version, isShared: row.is_shared }))
}

/** The questions that colleagues share; none for somebody who accompanies nobody. */
export async function colleaguesQuestions(db: PersonDb): Promise<ColleaguesQuestion[]> {
  const { rows } = await sql<Row & { author_name: string }>`select * from questions_of_colleagues() order by id desc limit 200`.execute(db)
  return rows.map((row) => ({ ...asQuestion(row), authorName: row.author_name }))
}

/** Whether this person accompanies somebody now. */
export async function iFacilitate(db: PersonDb): Promise<boolean> {
  const { rows } = await sql<{ does: boolean }>`select i_facilitate() as does`.execute(db)
  return rows[0]?.does ?? false
}

/** What a form shows again after its writer asked for a question: the words with the one that was taken, and their own questions to draw from. */
export interface WithQuestion {
  typed: Typed
  ownQuestions: OwnQuestion[]
}

/**
 * A form whose button asked for another question (`question`) or takes the one at hand into its field (`take`); undefined where another
 * button was pressed. The id of a question from the bank is in `questionId`.
 */
export async function askedForQuestion(
  db: PersonDb,
  typed: Typed,
  { field, locale, between = '\n\n' }: { field: string; locale: Locale; between?: string },
): Promise<WithQuestion | undefined> {
  if (typed.question === undefined && typed.take === undefined) return undefined
  const own = await ownQuestions(db)
  const id = String(typed.take ?? '')
  const fromBank = questionById(id, locale)
  const taken = fromBank ?? own.find((question) => question.id === id)
  const words = [String(typed[field] ?? ''), taken?.text].filter(Boolean).join(between)
  return { typed: { ...typed, [field]: words, ...(fromBank && { questionId: id }) }, ownQuestions: own }
}
