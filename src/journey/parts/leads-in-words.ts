import type { JourneyWords } from '../messages/index.ts'
import { type Lead, type LeadPhase, leadPhases, leads } from '../rules/choices.ts'

/** Who led in which phases: everybody named once. `name` is the learner's; empty where nobody said. */
export const leadsInWords = (t: JourneyWords, said: Partial<Record<LeadPhase, Lead>>, name: string): string =>
  leads
    .flatMap((lead) => {
      const phases = leadPhases.filter((phase) => said[phase] === lead).map((phase) => t(`shared.phase.${phase}`))
      return phases.length > 0 ? [t(`evaluate.lead_read.${lead}`, { phases: phases.join(', '), name })] : []
    })
    .join('; ')
