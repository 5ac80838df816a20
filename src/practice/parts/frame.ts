import { inside, type Frame as Outer } from '#person/parts/frame.ts'
import type { Me } from '#platform/db/bound.ts'
import type { Ask } from '#platform/web/env.ts'

/** What every page of one's own practice needs. */
export type Frame = Outer & { me: Me; now: Date }

export const frameOf = (c: Ask, me: Me, flash?: string): Frame => ({ ...inside(c, me, flash), me, now: c.var.now })
