import type { Me } from '#platform/db/bound.ts'
import type { Ask, Assets } from '#platform/web/env.ts'
import { visitorLocale } from '#platform/web/visitor-locale.ts'
import type { Locale } from '#platform/words/words.ts'
import type { Reader } from '#ui/time.ts'

/** What every page around a sign-in needs to be drawn. */
export interface Frame {
  locale: Locale
  assets: Assets
  organisationName: string | undefined
  me?: Me
  flash?: string
}

/** For somebody who is not signed in, or whose sign-in makes no difference. */
export const outside = (c: Ask): Frame => ({ locale: visitorLocale(c), assets: c.var.assets, organisationName: c.var.organisation?.name })

export const inside = (c: Ask, me: Me, flash?: string): Frame => ({
  locale: me.locale,
  assets: c.var.assets,
  organisationName: me.organisationName,
  me,
  flash,
})

/** How somebody unknown reads times: in the organisation's zone. */
export const visitingReader = (c: Ask): Reader => ({ locale: visitorLocale(c), timeZone: c.var.organisation?.timeZone ?? 'Europe/Berlin' })
