import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { CaseField } from '../forms/intervision.ts'
import { type CaseStanding, standingOf } from '../rules/intervision.ts'
import { namesIn, possibleNames } from '../rules/names.ts'

/** A case as one line: one's own, or one about oneself. */
export interface CaseLine {
  id: string
  authorName: string
  isMine: boolean
  title: string | null
  learnerName: string | null
  standing: CaseStanding
  wordsHash: string
}

/** The cases that this person wrote and those that are about them, the newest first. */
export async function casesOfMine(db: PersonDb): Promise<CaseLine[]> {
  const { rows } = await sql<{
    id: string
    author_name: string
    is_mine: boolean
    title: string | null
    learner_name: string | null
    answer: 'yes' | 'no' | null
    answered_hash: string | null
    withdrawn: boolean
    is_published: boolean
    words_hash: string | null
  }>`
    select c.id, w.name as author_name, c.author_id = me() as is_mine, t.body as title, l.name as learner_name, a.answer,
      encode(a.words_hash, 'hex') as answered_hash, c.withdrawn_at is not null as withdrawn, s.is_published, s.words_hash
    from intervision_case c
    join person w on w.organisation_id = c.organisation_id and w.id = c.author_id
    left join passage t on t.organisation_id = c.organisation_id and t.subject_id = c.id and t.author_id = c.author_id and t.field = 'caseTitle'
    left join case_consent a on a.organisation_id = c.organisation_id and a.case_id = c.id
    left join person l on l.organisation_id = a.organisation_id and l.id = a.learner_id
    left join lateral standing_of_case(c.id) s on true
    where c.organisation_id = my_organisation() and c.id in (select cases_of_mine()) order by c.made_at desc`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    authorName: row.author_name,
    isMine: row.is_mine,
    title: row.title,
    learnerName: row.learner_name,
    wordsHash: row.words_hash ?? '',
    standing: standingOf({
      withdrawn: row.withdrawn,
      published: row.is_published,
      consent: row.learner_name === null ? null : { answer: row.answer, wordsHash: row.answered_hash },
      wordsHash: row.words_hash ?? '',
    }),
  }))
}

/** The published cases of colleagues, the newest first; none for somebody who accompanies nobody. */
export async function openCases(db: PersonDb): Promise<{ id: string; authorName: string; title: string; since: Date }[]> {
  const { rows } = await sql<{ id: string; author_name: string; title: string; since: Date }>`
    select * from open_cases() order by since desc limit 100`.execute(db)
  return rows.map((row) => ({ id: row.id, authorName: row.author_name, title: row.title, since: row.since }))
}

/** A question that came back to a case. */
export interface QuestionBack {
  id: string
  authorId: string
  authorName: string
  body: string
  /** Known to whoever asked it and to the author of the case; false for everybody else. */
  helped: boolean
}

export interface WholeCase {
  id: string
  authorId: string
  authorName: string
  texts: Record<CaseField, { body: string; version: number }>
  questions: QuestionBack[]
}

/** One case with its words and what came back, for whoever may read it now; undefined for everybody else. */
export async function wholeCase(db: PersonDb, caseId: string): Promise<WholeCase | undefined> {
  const [texts, thanks] = await Promise.all([
    sql<{ subject_id: string; field: string; author_id: string; author_name: string; body: string; version: number }>`
      select * from texts_of_case(${caseId}::uuid)`.execute(db),
    sql<{ question_id: string }>`select t.question_id from case_thanks t
      join case_question q on q.organisation_id = t.organisation_id and q.id = t.question_id
      where t.organisation_id = my_organisation() and q.case_id = ${caseId}::uuid`.execute(db),
  ])
  const own = texts.rows.filter((text) => text.subject_id === caseId)
  const text = (field: CaseField) => own.find((one) => one.field === field) ?? { body: '', version: 0 }
  const [first] = own
  if (!first) return undefined
  const helped = new Set(thanks.rows.map((row) => row.question_id))
  return {
    id: caseId,
    authorId: first.author_id,
    authorName: first.author_name,
    texts: { caseTitle: text('caseTitle'), caseSituation: text('caseSituation'), caseQuestion: text('caseQuestion') },
    questions: texts.rows
      .filter((one) => one.field === 'questionBack')
      .map((one) => ({
        id: one.subject_id,
        authorId: one.author_id,
        authorName: one.author_name,
        body: one.body,
        helped: helped.has(one.subject_id),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

/** Names of colleagues, of people one accompanies, and of the organisation that stand in a text. */
export async function namesFoundIn(db: PersonDb, text: string, organisationName: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select people_called(${possibleNames(text)}::text[]) as name`.execute(db)
  return [
    ...namesIn(
      text,
      rows.map(({ name }) => name),
    ),
    ...(text.includes(organisationName) ? [organisationName] : []),
  ]
}
