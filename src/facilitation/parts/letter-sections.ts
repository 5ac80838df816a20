import { type Locale, languageOf } from '#platform/words/words.ts'
import type { FacilitationWords } from '../messages/index.ts'
import type { Terms } from '../rules/agreement.ts'
import { defaultHat } from '../rules/hats.ts'
import { overridePhases } from '../rules/support-level.ts'

/** One stretch of the letter: `said` by the product, `own` words of the two, or one `item` of a list. The key is the same in every version. */
export interface Piece {
  key: string
  kind: 'said' | 'own' | 'item'
  text: string
  /** What leads to own words, on their line. */
  label?: string
}
export interface Section {
  key: string
  heading: string
  pieces: readonly Piece[]
}

interface Writing {
  learner: string
  facilitator: string
  locale: Locale
  t: FacilitationWords
}

const said = (key: string, text: string): Piece => ({ key, kind: 'said', text })
const own = (key: string, text: string, label?: string): Piece[] =>
  text === '' ? [] : [{ key, kind: 'own', text, ...(label && { label }) }]
const items = (texts: readonly string[]): Piece[] => texts.map((text, index) => ({ key: `item-${index}`, kind: 'item', text }))

/** The terms as the letter says them, section by section; empty sections are left out. */
export function letterSections(terms: Terms, writing: Writing): Section[] {
  const { learner, facilitator, t } = writing
  const names = { learner, facilitator }
  const sections: Section[] = [
    { key: 'purpose', heading: t('letter.purpose'), pieces: purpose(terms, writing) },
    { key: 'support', heading: t('letter.support'), pieces: support(terms, writing) },
    { key: 'learner', heading: t('letter.promises', { name: learner }), pieces: items(terms.learnerCommitments) },
    { key: 'facilitator', heading: t('letter.promises', { name: facilitator }), pieces: items(terms.facilitatorCommitments) },
    { key: 'hats', heading: t('letter.hats'), pieces: [said('hats', hatsSentence(terms, writing))] },
    {
      key: 'sharing',
      heading: t('letter.sharing', names),
      pieces: [said('how', t('letter.sharing_how', names)), said('notes', t(`letter.notes_${terms.observationDefault}`, names))],
    },
    {
      key: 'confidential',
      heading: t('letter.confidential'),
      pieces: [...own('own', terms.confidential), said('limits', t('letter.limits'))],
    },
    { key: 'time', heading: t('letter.time'), pieces: terms.learningTime === '' ? [] : learningTime(terms, t) },
    { key: 'look', heading: t('letter.look'), pieces: [said('after', t('letter.look_after', { number: terms.reviewAfterCycle }))] },
    { key: 'eye_level', heading: t('letter.eye_level'), pieces: [said('level', t('letter.not_superior'))] },
  ]
  return sections.filter(({ pieces }) => pieces.length > 0)
}

function purpose(terms: Terms, { t }: Writing): Piece[] {
  const title = terms.title === '' ? [said('untitled', t('letter.untitled'))] : own('title', terms.title)
  return [...title, ...own('question', terms.learningQuestion, t('letter.question'))]
}

function support(terms: Terms, { learner, facilitator, locale, t }: Writing): Piece[] {
  const names = { learner, facilitator }
  const phases = overridePhases.filter((phase) => terms.phaseOverrides[phase]).map((phase) => t(`letter.phase.${phase}`))
  return [
    said('level', t(`letter.level.${terms.supportLevel}`, names)),
    ...(phases.length > 0 ? [said('closer', t('letter.closer', { phases: listed(phases, locale, 'conjunction') }))] : []),
    said('change', t('letter.change', names)),
    said('rhythm', t(`letter.rhythm.${terms.contactRhythm}`, { ...names, weeks: terms.contactWeeks ?? 1 })),
    said('reply', t('letter.reply', { ...names, days: terms.replyDays })),
    ...own('channel', terms.channel, t('letter.channel')),
  ]
}

function hatsSentence(terms: Terms, { learner, facilitator, locale, t }: Writing): string {
  const further = terms.allowedHats.filter((hat) => hat !== defaultHat).map((hat) => t(`letter.hat.${hat}`))
  return further.length === 0
    ? t('letter.hats_one', { facilitator })
    : t('letter.hats_more', { learner, facilitator, hats: listed(further, locale, 'disjunction') })
}

const learningTime = (terms: Terms, t: FacilitationWords): Piece[] => [
  ...own('own', terms.learningTime),
  said('not_measured', t('letter.time_not_measured')),
]

const listed = (parts: readonly string[], locale: Locale, type: Intl.ListFormatType) =>
  new Intl.ListFormat(languageOf(locale), { type }).format(parts)
