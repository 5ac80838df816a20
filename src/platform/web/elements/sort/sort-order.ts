/**
 * The order that a sorted list was sent with: the ids in `order`, after the one move that a button asked for (`move`: `up:<id>` or
 * `down:<id>`; without JavaScript). A move past either end changes nothing.
 */
export function sortOrder({ order, move }: { order: readonly string[]; move?: string }): string[] {
  const ids = [...order]
  const [direction, id = ''] = move?.split(':') ?? []
  const from = ids.indexOf(id)
  const to = direction === 'up' ? from - 1 : from + 1
  if (!direction || from < 0 || to < 0 || to >= ids.length) return ids
  ids.splice(to, 0, ...ids.splice(from, 1))
  return ids
}
