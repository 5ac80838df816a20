/** One piece taken out of a text and one put in at the same place; in UTF-16 units. */
export interface TextDifference {
  at: number
  removed: number
  inserted: string
}

/**
 * What turns `before` into `after`, as one piece; undefined where they are the same. `caret` is where the caret stands in `after`: among
 * equal letters it says which one was typed. No piece begins or ends inside a character of two units.
 */
export function textDifference(before: string, after: string, caret = Number.POSITIVE_INFINITY): TextDifference | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  const behindCaret = Math.min(shorter, Number.isFinite(caret) ? Math.max(0, after.length - caret) : shorter)
  let end = 0
  while (end < behindCaret && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  if (end > 0 && isSecondHalf(before, before.length - end)) end--
  let at = 0
  while (at < shorter - end && before[at] === after[at]) at++
  if (at > 0 && (isSecondHalf(before, at) || isSecondHalf(after, at))) at--
  return { at, removed: before.length - end - at, inserted: after.slice(at, after.length - end) }
}

const between = (text: string, index: number, low: number, high: number) => {
  const unit = text.charCodeAt(index)
  return unit >= low && unit <= high
}
/** Whether cutting before `index` would cut a character in two. */
const isSecondHalf = (text: string, index: number) => between(text, index, 0xdc00, 0xdfff) && between(text, index - 1, 0xd800, 0xdbff)
