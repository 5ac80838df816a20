import { type OwnQuestion, ownQuestions } from '#library/queries.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import type { SelfView } from '../rules/competency.ts'
import { type CaseLine, casesOfMine, type WholeCase, wholeCase } from './intervision.ts'
import { type Entry, practiceEntries } from './journal.ts'
import { type PeerView, peerViews, profileOf } from './profile.ts'

/** Everything of somebody's own practice, to take along. */
export interface PracticeTaken {
  selfViews: SelfView[]
  aim: string | null
  views: PeerView[]
  entries: Entry[]
  questions: OwnQuestion[]
  cases: (WholeCase & Pick<CaseLine, 'standing' | 'learnerName' | 'isMine'>)[]
}

/** The practice of this person: their own words, what was said to them, and every case of theirs or about them. */
export async function practiceTaken(db: PersonDb): Promise<PracticeTaken> {
  const [profile, views, entries, questions, lines] = await Promise.all([
    profileOf(db),
    peerViews(db),
    practiceEntries(db),
    ownQuestions(db),
    casesOfMine(db),
  ])
  const wholes = await Promise.all(lines.map(({ id }) => wholeCase(db, id)))
  const cases = lines.flatMap(({ standing, learnerName, isMine }, index) => {
    const whole = wholes[index]
    return whole ? [{ ...whole, standing, learnerName, isMine }] : []
  })
  return { ...profile, views, entries, questions, cases }
}
