import type { Me } from '#platform/db/bound.ts'
import type { Ask, Assets } from '#platform/web/env.ts'
import { visitorLocale } from '#platform/web/visitor-locale.ts'
import type { Locale } from '#platform/words/words.ts'
import type { PublicAddress } from '#ui/public-page.tsx'

/** What every public page needs to be drawn, whoever reads it. */
export interface PublicFrame {
  locale: Locale
  assets: Assets
  organisationName: string
  address: PublicAddress
  me?: Me
  flash?: string
}

export function publicFrame(c: Ask, me?: Me): PublicFrame {
  const locale = me?.locale ?? visitorLocale(c)
  const own = c.var.organisation?.locale
  return {
    locale,
    assets: c.var.assets,
    organisationName: c.var.organisation?.name ?? 'Lotse',
    address: { origin: c.var.origin, path: new URL(c.req.url).pathname, listed: locale !== 'de-formal' || own === 'de-formal' },
    me,
  }
}
