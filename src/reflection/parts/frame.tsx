import type { PropsWithChildren } from 'hono/jsx'
import type { Me } from '#platform/db/bound.ts'
import type { Ask, Assets } from '#platform/web/env.ts'
import { Page } from '#ui/page.tsx'

/** What every page of the journal is given. */
export interface Frame {
  me: Me
  assets: Assets
  now: Date
  flash?: string | undefined
}

export const frameOf = (c: Ask, me: Me, flash?: string): Frame => ({ me, assets: c.var.assets, now: c.var.now, flash })

export const JournalPageFrame = ({ frame, title, children }: PropsWithChildren<{ frame: Frame; title: string }>) => (
  <Page
    title={title}
    locale={frame.me.locale}
    assets={frame.assets}
    me={frame.me}
    place="reflections"
    {...(frame.flash ? { flash: frame.flash } : {})}
  >
    {children}
  </Page>
)
