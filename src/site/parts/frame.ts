import type { Me } from '#platform/db/bound.ts'
import type { Ask, Assets } from '#platform/web/env.ts'
import { type PublicAddress, publicAddress } from '#platform/web/public-address.ts'
import { visitorLocale } from '#platform/web/visitor-locale.ts'
import type { Locale } from '#platform/words/words.ts'

/** What every public page needs to be drawn, whoever reads it. */
export interface PublicFrame {
  locale: Locale
  assets: Assets
  organisationName: string
  address: PublicAddress
  me?: Me
}

export function publicFrame(c: Ask, me?: Me): PublicFrame {
  const locale = me?.locale ?? visitorLocale(c)
  const { assets, organisation } = c.var
  return { locale, assets, organisationName: organisation?.name ?? 'Lotse', address: publicAddress(c, locale), me }
}
