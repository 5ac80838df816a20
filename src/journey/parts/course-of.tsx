import type { Locale } from '#platform/words/words.ts'
import type { WholeJourney } from '../queries/whole.ts'

export const Course = (_: { whole: WholeJourney; locale: Locale; small?: boolean }) => null
