import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Rules about colours, and about what a page shows only wide or only narrow, such as its places. */
export const ofWidthAndColour = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'link-name',
  'button-name',
  'svg-img-alt',
  'landmark-unique',
  'heading-order',
  'region',
]

/** What axe-core finds against the page as it is now, one line for each place. Without `rules`, by all of them. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe)
  const { violations: found } = await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run({
        resultTypes: ['violations'],
        ...(only ? { runOnly: { type: 'rule', values: only } } : {}),
      }),
    rules && [...rules],
  )
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`),
  )
}
