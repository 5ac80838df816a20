import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'bin/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    // Far beyond what is needed, so that a busy machine fails nothing.
    testTimeout: 90_000,
    hookTimeout: 300_000,
    // Whoever waits looks again at once; the limit is for a machine that does much else.
    expect: { poll: { timeout: 15_000 } },
    // Twice as many as two cores: much of what is tested waits for a browser or a database.
    maxWorkers: 4,
    // The files of a worker share what it has loaded: loading it for each of them took as long as the tests. No module keeps what another file could trip over.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
})
