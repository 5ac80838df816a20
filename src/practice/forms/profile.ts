import * as v from 'valibot'
import type { Typed } from '#platform/web/read-form.ts'
import { choice, id, requiredChoice } from '#platform/web/schemas.ts'
import { competencyIds, type Level, levels, type View, views } from '../rules/competency.ts'

export const aimForm = v.object({ competency: choice(competencyIds) })
export const askForm = v.object({ id, peerId: id, competency: requiredChoice(competencyIds) })

/** The level that was chosen; whatever is no level counts as left out. */
export const levelIn = ({ level }: Typed): Level | undefined => levels.find((one) => String(one) === level)

/** What was said about behaviours, by their id. */
export const viewsIn = (typed: Typed, behaviours: readonly string[]): Record<string, View> =>
  Object.fromEntries(
    behaviours.flatMap((behaviour) => {
      const view = views.find((one) => one === typed[behaviour])
      return view ? [[behaviour, view]] : []
    }),
  )
