/** `ids` in the order that `wanted` asks for. Unknown and repeated ids are ignored; what is not named keeps its order, at the end. */
export function inOrder(ids: readonly string[], wanted: readonly string[]): string[] {
  const named = [...new Set(wanted)].filter((id) => ids.includes(id))
  return [...named, ...ids.filter((id) => !named.includes(id))]
}

/** `ids` with one of them a place earlier (-1) or later (1); the first stays first, the last stays last. */
export function withMoved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return [...ids]
  const order = [...ids]
  order.splice(from, 1)
  order.splice(to, 0, id)
  return order
}
