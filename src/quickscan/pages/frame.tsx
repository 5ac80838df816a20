import type { PropsWithChildren } from 'hono/jsx'
import type { Me } from '#platform/db/bound.ts'
import type { Ask, Assets } from '#platform/web/env.ts'
import { visitorLocale } from '#platform/web/visitor-locale.ts'
import type { Locale } from '#platform/words/words.ts'
import { Page } from '#ui/page.tsx'

/** Who a page of the self-test is for: somebody signed in, or anybody. */
export interface Frame {
  locale: Locale
  assets: Assets
  organisationName: string | undefined
  me: Me | undefined
}

export const frameOf = (c: Ask, me?: Me): Frame => ({
  locale: me?.locale ?? visitorLocale(c),
  assets: c.var.assets,
  organisationName: c.var.organisation?.name,
  me,
})

/** Visitors get the self-test's own script and nothing else. */
export const ScanPage = ({ frame, title, flash, children }: PropsWithChildren<{ frame: Frame; title: string; flash?: string }>) => (
  <Page
    title={title}
    locale={frame.locale}
    assets={frame.assets}
    me={frame.me}
    organisationName={frame.organisationName}
    flash={flash}
    scripts={frame.me ? ['browser.js', 'quickscan.js'] : ['quickscan.js']}
    head={<link rel="stylesheet" href={frame.assets('quickscan.css')} />}
  >
    {children}
  </Page>
)
