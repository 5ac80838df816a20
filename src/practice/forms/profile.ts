import * as v from 'valibot'
import type { Typed } from '#platform/web/read-form.ts'
import { choice, id, requiredChoice } from '#platform/web/schemas.ts'
import { competencyIds, type Level, levels, type View, views } from '../rules/competency.ts'

export const aimForm = v.object({ competency: choice(competencyIds) })
export const askForm = v.object({ id, peerId: id, competency: requiredChoice(competencyIds) })

/** Levels as they were chosen, by competency; whatever is no level counts as left out. */
export const levelsIn = (typed: Typed): Record<string, Level> =>
  Object.fromEntries(
    competencyIds.flatMap((competency) => {
      const level = levels.find((one) => String(one) === typed[competency])
      return level ? [[competency, level]] : []
    }),
  )

/** What was said about behaviours, by their id. */
export const viewsIn = (typed: Typed, behaviours: readonly string[]): Record<string, View> =>
  Object.fromEntries(
    behaviours.flatMap((behaviour) => {
      const view = views.find((one) => one === typed[behaviour])
      return view ? [[behaviour, view]] : []
    }),
  )
