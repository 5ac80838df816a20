/** How long a change is remembered for those who were away for a moment. */
const rememberFor = 10 * 60_000

export interface Recent {
  /** Listening has begun (again): nothing from before is known. */
  begin(): void
  forget(): void
  /** Remembers a change; gives its time in ms. */
  note(organisationId: string, topic: string): number
  /** The last change of each of these topics and their parts, complete from `since` on; undefined as long as nobody listens. */
  of(organisationId: string, topics: ReadonlySet<string>): { since: number; changed: Record<string, number> } | undefined
}

/** The audience (or person) whose members hear of a topic: what stands before the colon, where only a part of it changed. */
export const audienceOf = (topic: string): string => topic.split(':', 1)[0]!

/** When which topic last changed: a page rendered before that, or before `since`, has something to fetch. */
export function recentChanges(now: () => number = Date.now): Recent {
  const last = new Map<string, { organisationId: string; topic: string; at: number }>()
  let begun: number | undefined
  const tidy = () => {
    for (const [key, { at }] of last) {
      if (at >= now() - rememberFor) return
      last.delete(key)
    }
  }
  return {
    begin() {
      last.clear()
      begun = now()
    },
    forget() {
      last.clear()
      begun = undefined
    },
    note(organisationId, topic) {
      const at = now()
      const key = `${organisationId} ${topic}`
      last.delete(key)
      last.set(key, { organisationId, topic, at })
      tidy()
      return at
    },
    of(organisationId, topics) {
      if (begun === undefined) return undefined
      const theirs = [...last.values()].filter((change) => change.organisationId === organisationId && topics.has(audienceOf(change.topic)))
      const changed = Object.fromEntries(theirs.map(({ topic, at }) => [topic, at]))
      return { since: Math.max(begun, now() - rememberFor), changed }
    },
  }
}
