import type { PropsWithChildren } from 'hono/jsx'

type LiveRegionProps = PropsWithChildren<{
  /** Stable and unique in the page: the browser finds the fresh content by it. */
  id: string
  /** What it shows: ids of audiences, or the person's own. */
  topics: readonly string[]
  /** When the request began (`c.var.now`), before anything was read: a later change makes the browser fetch again. */
  at: Date
  /** Where to fetch it again; the answer holds an element with this id, alone or in a whole page. Default: the page itself. */
  src?: string
  label?: string
  class?: string
}>

/** A part of a page that follows what others do. No field and no draft may lie inside; a button that decides something may. */
export const LiveRegion = ({ id, topics, at, src, label, children, ...rest }: LiveRegionProps) => (
  <section id={id} class={rest.class} aria-label={label} data-live={topics.join(' ')} data-src={src} data-at={String(at.getTime())}>
    {children}
  </section>
)
