import { Note } from '#ui/cards.tsx'
import type { PhaseProps } from './phase.ts'

/** Where a real risk was named: what comes before any trying. */
export const RulesFirst = ({ t }: Pick<PhaseProps, 't'>) => (
  <Note tone="caution" title={t('identify.rules_first_title')}>
    <p>{t('identify.rules_first')}</p>
  </Note>
)
