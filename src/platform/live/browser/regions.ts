import { morph } from '#platform/web/elements/morph.ts'
import { make, say } from '#platform/web/elements/page-words.ts'
import { followEvents } from './events.ts'

const all = () => [...document.querySelectorAll<HTMLElement>('[data-live][id]')]
const shownSince = (region: HTMLElement) => Number(region.dataset.at)
const sourceOf = (region: HTMLElement) => region.dataset.src ?? location.pathname + location.search

/** Keeps every `[data-live]` region of the page fresh: fetches it again when one of its topics changed, and morphs it in. */
export function keepRegionsFresh(): void {
  if (all().length === 0) return
  const stale = new Set<string>()
  let working = false
  let pause = 2000

  const work = async () => {
    if (working) return
    working = true
    while (stale.size > 0 && !document.hidden) {
      const regions = all().filter((region) => stale.has(region.id))
      stale.clear()
      const failed = (
        await Promise.all(Object.entries(Object.groupBy(regions, sourceOf)).map(([source, some]) => refresh(source, some!)))
      ).flat()
      if (failed.length > 0) {
        for (const { id } of failed) stale.add(id)
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
      pause = failed.length > 0 ? Math.min(pause * 2, 60_000) : 2000
    }
    working = false
  }

  const mark = (isStale: (region: HTMLElement) => boolean) => {
    for (const region of all()) if (isStale(region)) stale.add(region.id)
    void work()
  }

  followEvents((event) => {
    if (event.kind === 'ended') mark(() => true)
    else if (event.kind === 'changed') mark((region) => topicsOf(region).includes(event.topic))
    else
      mark((region) => {
        const topics = topicsOf(region)
        // A right that ended while nobody listened is told by nothing but its absence.
        const lost = topics.some((topic) => !event.topics.includes(topic.split(':', 1)[0]!))
        return lost || shownSince(region) < Math.max(event.since, ...topics.map((topic) => event.changed[topic] ?? 0))
      })
  })
  document.addEventListener('visibilitychange', work)
}

const topicsOf = (region: HTMLElement) => region.dataset.live?.split(' ') ?? []

/** Fetches one address and puts what it holds into these regions. Gives back those that have to be tried again. */
async function refresh(source: string, regions: HTMLElement[]): Promise<HTMLElement[]> {
  const answer = await fetch(source, { redirect: 'manual', cache: 'no-store' }).catch(() => undefined)
  if (!answer || answer.status >= 500) return regions
  if (!answer.ok) {
    regions.forEach(takeAway)
    return []
  }
  const text = await answer.text().catch(() => undefined)
  if (text === undefined) return regions
  const fresh = new DOMParser().parseFromString(text, 'text/html')
  for (const region of regions) {
    const found = fresh.getElementById(region.id)
    if (found) await morph(region, found)
    else takeAway(region)
  }
  return []
}

/** The right to read this has ended, or the sign-in has: the words go, and a calm sentence stays. */
function takeAway(region: HTMLElement): void {
  delete region.dataset.live
  region.replaceChildren(
    make('p', { class: 'live-gone', role: 'status' }, `${say('live.gone')} `, make('a', { href: location.href }, say('live.reload'))),
  )
}
