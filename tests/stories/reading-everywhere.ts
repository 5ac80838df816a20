const ids = /[0-9a-f]{8}-[0-9a-f-]{27}/g
/** Pages of one kind are looked at once; journeys, of which each stands in another phase, one by one. */
const kindOf = (path: string) =>
  path.replace(/^(\/journeys\/[0-9a-f-]{36})?(.*)$/, (_all, journey = '', rest: string) => `${journey}${rest.replace(ids, ':id')}`)
const isPage = (path: string) => !/\/export\.|\/attachments\/|\/file$|\.(xml|json|txt|ics|md|zip)$/.test(path)

/** Goes wherever links lead from where somebody begins. `look` reads one page and gives the paths that it links to; the answer is all that was read. */
export async function readEverywhere(from: readonly string[], look: (path: string) => Promise<string[]>): Promise<string[]> {
  const waiting = [...from]
  const seen = new Set<string>()
  const read: string[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(kindOf(path)) || !isPage(path)) continue
    seen.add(kindOf(path))
    read.push(path)
    waiting.push(...(await look(path)))
  }
  return read
}
