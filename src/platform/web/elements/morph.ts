import loaded, { type Htmx } from 'htmx.org'

// Its types describe the CommonJS file, the bundle takes the module.
const htmx = loaded as unknown as Htmx

// Whoever opened a part keeps it open when fresh content arrives.
htmx.config.morphIgnore.push('open')

/** Changes an element into its fresh version, found by the same id, and keeps focus, caret and what is unchanged. */
export const morph = (target: Element, fresh: Element): Promise<void> =>
  htmx.swap({ text: fresh.outerHTML, target, sourceElement: target, swap: 'outerMorph' })
