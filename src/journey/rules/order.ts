/** `ids` in the order that `wanted` asks for. Unknown and repeated ids are ignored; what is not named keeps its order, at the end. */
export function inOrder(ids: readonly string[], wanted: readonly string[]): string[] {
  const named = [...new Set(wanted)].filter((id) => ids.includes(id))
  return [...named, ...ids.filter((id) => !named.includes(id))]
}
