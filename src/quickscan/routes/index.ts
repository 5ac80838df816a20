import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { mineRoutes } from './mine.tsx'
import { takingRoutes } from './taking.tsx'

export const quickscanRoutes = new Hono<Env>().route('/', takingRoutes).route('/', mineRoutes)
