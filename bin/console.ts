import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartRefused } from '../src/platform/start-refused.ts'

/** Where the project lies, also for what was built into `dist/`. */
export const root = projectAbove(import.meta.dirname)

function projectAbove(directory: string): string {
  return existsSync(join(directory, 'package.json')) ? directory : projectAbove(dirname(directory))
}

/** Every error as one sentence; the stack of an unexpected one only with LOG_LEVEL=debug. */
export function explain(error: unknown): string {
  if (error instanceof StartRefused) return error.message
  if (!(error instanceof Error)) return `Something unexpected happened: ${String(error)}`
  return process.env.LOG_LEVEL === 'debug'
    ? (error.stack ?? error.message)
    : `Something unexpected happened: ${error.message} (LOG_LEVEL=debug tells more.)`
}

/** Runs a command of the console to its end; what goes wrong is said in one sentence, and the exit code is 1. */
export async function endWith(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(explain(error))
    process.exitCode = 1
  }
}
