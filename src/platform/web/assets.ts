import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assets } from './env.ts'

/** What pages refer to, and the source that it is built from. */
export const entries = {
  'ui.css': 'src/ui/ui.css',
  'browser.js': 'src/browser.ts',
  'quickscan.css': 'src/quickscan/parts/quickscan.css',
  'agreement.css': 'src/facilitation/parts/agreement.css',
  'quickscan.js': 'src/quickscan/elements/quickscan.ts',
  'together.js': 'src/platform/web/elements/together/together.ts',
} satisfies Record<Parameters<Assets>[0], string>

/** Addresses of the built files in `directory`; their names change with their contents, so they may be kept for ever. */
export function builtAssets(directory: string): Assets {
  const manifest = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as Record<string, { file: string }>
  return (name) => `/${manifest[entries[name]]!.file}`
}
