import type { PropsWithChildren } from 'hono/jsx'
import type { Me } from '#platform/db/bound.ts'
import type { Ask, Assets } from '#platform/web/env.ts'
import { type PublicAddress, publicAddress } from '#platform/web/public-address.ts'
import { visitorLocale } from '#platform/web/visitor-locale.ts'
import type { Locale } from '#platform/words/words.ts'
import { PublicPage } from '#ui/public-page.tsx'
import { instrument } from '../quickscan.ts'

/** Who a page of the self-test is for: somebody signed in, or anybody. */
export interface Frame {
  locale: Locale
  assets: Assets
  organisationName: string | undefined
  me: Me | undefined
  address: PublicAddress
  /** Whether somebody without an account may make one here. */
  mayRegister: boolean
}

/** Only the page that begins the self-test is for search engines. */
export const frameOf = (c: Ask, me?: Me, mayRegister = false): Frame => {
  const locale = me?.locale ?? visitorLocale(c)
  const address = publicAddress(c, locale)
  return {
    locale,
    assets: c.var.assets,
    organisationName: c.var.organisation?.name,
    me,
    mayRegister,
    address: { ...address, listed: address.listed && address.path === '/quickscan' },
  }
}

/** A page of the self-test, the same for visitors and people who are signed in. */
export const ScanPage = ({ frame, title, flash, children }: PropsWithChildren<{ frame: Frame; title: string; flash?: string }>) => (
  <PublicPage
    title={title}
    description={instrument.texts.intro[frame.locale]}
    place="quickscan"
    flash={flash}
    scripts={['quickscan.js']}
    styles={['quickscan.css']}
    {...frame}
  >
    {children}
  </PublicPage>
)
