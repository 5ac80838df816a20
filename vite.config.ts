import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname

import { entries } from './src/platform/web/assets.ts'

const present = Object.values(entries).filter((path) => existsSync(join(root, path)))

/** What runs as the owner of the database, each in a process of its own. */
const ownersPrograms = readdirSync(join(root, 'bin/owner')).map((name) => `bin/owner/${name}`)

/** The browser's copy of the self-test leaves its texts out: the page brings those of its one language. */
const instrumentWithoutTexts: Plugin = {
  name: 'instrument-without-texts',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  transform: {
    filter: { id: /quickscan\/content\/quickscan\.json$/ },
    handler: (code) => JSON.stringify(JSON.parse(code), (_, value) => (value?.['de-formal'] === undefined ? value : undefined)),
  },
}

export default defineConfig({
  root,
  plugins: [instrumentWithoutTexts],
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  publicDir: false,
  clearScreen: false,
  environments: {
    client: {
      build: {
        outDir: 'dist/browser',
        manifest: 'manifest.json',
        target: 'baseline-widely-available',
        modulePreload: false,
        assetsInlineLimit: 0,
        rolldownOptions: { input: present, checks: { pluginTimings: false } },
      },
    },
    ssr: {
      build: {
        outDir: 'dist/server',
        ssr: true,
        target: 'node24',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: ['src/main.ts', 'bin/bench/floor.ts', ...ownersPrograms],
          // The server keeps its map to tell where a bug is; the sources themselves would take some twenty megabytes beside it.
          output: { sourcemapExcludeSources: true },
          checks: { pluginTimings: false },
        },
      },
      resolve: {
        noExternal: process.env.NODE_ENV === 'production' ? true : undefined,
        // Native code, and a package that loads files of its own while it runs.
        external: ['@node-rs/argon2', '@resvg/resvg-js', 'graphile-worker', 'sharp'],
      },
    },
  },
})
