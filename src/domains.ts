import type { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'

/** The routes of every domain. Addresses do not overlap, so their order means nothing. */
export const domains: readonly Hono<Env>[] = []
