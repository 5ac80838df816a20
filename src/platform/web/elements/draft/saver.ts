/** `done`: taken, or of no use to send again as it is; `later`: the server could not be reached. */
type Outcome = 'done' | 'later'

const settleFor = 800
const firstPause = 2000
const longestPause = 60_000

export interface Saver {
  /** Something was typed: saves when the hand has rested for 0.8 s. */
  soon(): void
  /** Saves at once, after a save under way; resolves when nothing is under way. */
  now(): Promise<void>
  stop(): void
}

/** Saves one after the other, never two at once; comes back at growing intervals, and as soon as there is a connection, while the server is out of reach. */
export function saver({ isDirty, save }: { isDirty(): boolean; save(): Promise<Outcome> }): Saver {
  let timer: number | undefined
  let running: Promise<void> | undefined
  let wanted = false
  let pause = firstPause
  let failed = false

  const plan = (after: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(now, after)
  }
  const run = async () => {
    wanted = false
    if (!isDirty()) return
    failed = (await save()) === 'later'
    if (failed) {
      plan(pause)
      pause = Math.min(pause * 2, longestPause)
    } else {
      pause = firstPause
      if (wanted) plan(settleFor)
    }
  }
  const now = () => {
    clearTimeout(timer)
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }
  const online = () => {
    if (failed) void now()
  }
  window.addEventListener('online', online)
  return {
    soon() {
      wanted = true
      if (!failed) plan(settleFor)
    },
    async now() {
      if (running) await running
      await now()
    },
    stop() {
      clearTimeout(timer)
      window.removeEventListener('online', online)
    },
  }
}
