import { TextChange } from '#ui/text-change.tsx'
import { fullTime, type Reader } from '#ui/time.ts'
import type { FacilitationWords } from '../messages/index.ts'
import type { Agreement, AgreementVersion, Terms } from '../rules/agreement.ts'
import { letterSections, type Piece, type Section } from './letter-sections.ts'

interface LetterProps {
  agreement: Pick<Agreement, 'learnerId' | 'learnerName' | 'facilitatorId' | 'facilitatorName'>
  terms: Terms
  /** The terms to show it against: what differs is marked. */
  before?: Terms | undefined
  /** What was signed by whom; nothing for a draft. */
  version?: AgreementVersion | undefined
  reader: Reader
  t: FacilitationWords
}

/** The agreement as a letter of one page. */
export const Letter = ({ agreement, terms, before, version, reader, t }: LetterProps) => {
  const names = { learner: agreement.learnerName, facilitator: agreement.facilitatorName }
  const writing = { ...names, locale: reader.locale, t }
  const sections = letterSections(terms, writing)
  const former = before && letterSections(before, writing)
  return (
    <article class={isLong(sections) ? 'letter letter-long' : 'letter'}>
      <h2 class="letter-title">{t('letter.between', names)}</h2>
      <p class="letter-intro">{t('letter.intro', names)}</p>
      {beside(sections, former).map((shown) => (
        <LetterSection {...shown} reader={reader} />
      ))}
      <p class="letter-end">{t('letter.end')}</p>
      <dl class="letter-names">
        {[
          { id: agreement.learnerId, name: agreement.learnerName },
          { id: agreement.facilitatorId, name: agreement.facilitatorName },
        ].map(({ id, name }) => {
          const confirmed = version?.confirmations.find(({ personId }) => personId === id)
          return (
            <div>
              <dt>{name}</dt>
              <dd>{confirmed ? t('letter.confirmed', { when: fullTime(confirmed.at, reader) }) : t('letter.not_confirmed')}</dd>
            </div>
          )
        })}
      </dl>
      {version && (
        <p class="letter-version">
          {t('letter.version', {
            number: version.number,
            name: version.writtenBy === agreement.learnerId ? agreement.learnerName : agreement.facilitatorName,
          })}
        </p>
      )}
    </article>
  )
}

/** The sections in which two versions differ, each with what differs marked; nothing where they say the same. */
export const LetterChanges = ({ agreement, terms, before, reader, t }: Omit<LetterProps, 'version'> & { before: Terms }) => {
  const writing = { learner: agreement.learnerName, facilitator: agreement.facilitatorName, locale: reader.locale, t }
  const differs = ({ section, before: former }: SectionShown) => JSON.stringify(section.pieces) !== JSON.stringify(former?.pieces)
  const changed = beside(letterSections(terms, writing), letterSections(before, writing)).filter(differs)
  return (
    <div class="letter">
      {changed.map((shown) => (
        <LetterSection {...shown} reader={reader} />
      ))}
    </div>
  )
}

/** A section and, where it is shown against an earlier version, what stood there. */
interface SectionShown {
  section: Section
  before: Pick<Section, 'pieces'> | undefined
}

/** The sections of now in their order, then those that are gone. */
function beside(now: readonly Section[], before: readonly Section[] | undefined): SectionShown[] {
  const kept = now.map((section) => ({ section, before: before && (before.find(({ key }) => key === section.key) ?? { pieces: [] }) }))
  const gone = (before ?? []).filter(({ key }) => !now.some((section) => section.key === key))
  return [...kept, ...gone.map((section) => ({ section: { ...section, pieces: [] }, before: section }))]
}

/** Characters from which a letter is set smaller on paper, so that it stays on one sheet. */
const longFrom = 2400
const isLong = (sections: readonly Section[]) =>
  sections.flatMap(({ pieces }) => pieces).reduce((length, { text }) => length + text.length, 0) > longFrom

const LetterSection = ({ section, before, reader }: SectionShown & { reader: Reader }) => {
  const shown = before ? changes(section.pieces, before.pieces) : section.pieces.map((piece) => ({ piece, was: undefined }))
  return (
    <section class="letter-section">
      <h3>{section.heading}</h3>
      <div class="letter-words">
        {inGroups(shown).map((group) => {
          const said = group.map((one) => <Said {...one} reader={reader} />)
          if (group[0]!.piece.kind !== 'item') return <p>{said}</p>
          return (
            <ul>
              {said.map((one) => (
                <li>{one}</li>
              ))}
            </ul>
          )
        })}
      </div>
    </section>
  )
}

/** A piece and, where it is shown against an earlier version, what stood in its place ('' for nothing). */
interface Shown {
  piece: Piece
  was: string | undefined
}

/** The pieces of now in their order, then those that are gone. */
function changes(now: readonly Piece[], before: readonly Piece[]): Shown[] {
  const kept = now.map((piece) => ({ piece, was: before.find(({ key }) => key === piece.key)?.text ?? '' }))
  const gone = before.filter(({ key }) => !now.some((piece) => piece.key === key))
  return [...kept, ...gone.map((piece) => ({ piece: { ...piece, text: '' }, was: piece.text }))]
}

/** What is said in one breath makes a paragraph, items that follow each other a list; own words stand on a line of their own. */
function inGroups(shown: readonly Shown[]): Shown[][] {
  const groups: Shown[][] = []
  for (const one of shown) {
    const last = groups.at(-1)
    if (last && one.piece.kind !== 'own' && last[0]!.piece.kind === one.piece.kind) last.push(one)
    else groups.push([one])
  }
  return groups
}

const Said = ({ piece, was, reader }: Shown & { reader: Reader }) => {
  const words =
    was !== undefined && was !== piece.text ? (
      <TextChange before={was} after={piece.text} locale={reader.locale} inline />
    ) : (
      <span dir="auto">{piece.text}</span>
    )
  return (
    <>
      {piece.label && <span class="letter-label">{piece.label} </span>}
      {words}{' '}
    </>
  )
}
