import { dayIn } from '#platform/clock.ts'
import type { Locale } from '#platform/words/words.ts'
import type { PracticeWords } from '#practice/messages/index.ts'
import type { PracticeTaken } from '#practice/queries/taken-along.ts'
import { competencies, competencyById, levelInWords, viewInWords } from '#practice/rules/competency.ts'
import { longDay } from '#ui/time.ts'
import { type Block, blocks, bullets, facts, heading, inline, label, paragraphs, section, told } from './markdown.ts'

/** Who takes it along, how they read time, and when. */
export interface Reading {
  name: string
  organisation: string
  locale: Locale
  timeZone: string
  at: Date
}

const dayOf = (at: Date, { locale, timeZone }: Reading) => longDay(dayIn(timeZone, at), locale)

/** Somebody's own practice as a document. Nothing in it is added up. */
export function practiceMarkdown(taken: PracticeTaken, reading: Reading, t: PracticeWords): string {
  const { name, organisation, at } = reading
  return `${blocks(
    heading(1, t('export.title', { name })),
    inline(t('export.made', { at: dayOf(at, reading), organisation })),
    profile(taken, reading, t),
    section(
      heading(2, t('journal.title')),
      taken.entries.map((entry) => section(heading(3, dayOf(entry.writtenAt, reading)), paragraphs(entry.body))),
    ),
    section(
      heading(2, t('cases.title')),
      taken.cases.map((one) => caseBlock(one, t)),
    ),
    section(heading(2, t('export.questions')), bullets(taken.questions.map(({ text }) => inline(text)))),
  )}\n`
}

function profile({ selfViews, aim, views }: PracticeTaken, { locale }: Reading, t: PracticeWords): Block {
  const aiming = aim ? competencyById(aim, locale) : undefined
  return section(
    heading(2, t('profile.title')),
    aiming ? inline(t('export.aim', { title: aiming.title })) : '',
    selfViews.map((selfView) =>
      section(
        heading(3, longDay(selfView.day, locale)),
        facts(
          competencies(locale).map(({ id, statement }) => {
            const level = selfView.levels[id]
            return [statement, level && levelInWords(level, locale)]
          }),
        ),
      ),
    ),
    views.map(({ competency, answers, peerName }) => {
      const about = competencyById(competency, locale)
      const seen = about?.behaviours.map(({ id, text }) => [text, answers?.[id] && viewInWords(answers[id], locale)] as const) ?? []
      return section(label(t('view.by', { title: about?.title ?? competency, name: peerName })), facts(seen))
    }),
  )
}

function caseBlock({ texts, questions, standing, learnerName, authorName }: PracticeTaken['cases'][number], t: PracticeWords): Block {
  return section(
    heading(3, texts.caseTitle.body),
    inline([t('cases.by', { name: authorName }), t(`cases.standing.${standing}`, { name: learnerName ?? '' })].join(' · ')),
    paragraphs(texts.caseSituation.body),
    told(t('case.question'), texts.caseQuestion.body),
    questions.map(({ body, authorName: asks }) => told(t('case.question_by', { name: asks }), body)),
  )
}
