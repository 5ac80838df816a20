import { getCookie } from 'hono/cookie'
import { asLocale, type Locale } from '#platform/words/words.ts'
import type { Ask } from './env.ts'

/** Language for somebody signed out: the choice in the cookie, else what the browser prefers, else the organisation's. Formal German only by the organisation's choice. */
export function visitorLocale(c: Ask): Locale {
  const chosen = asLocale(getCookie(c, 'locale'))
  if (chosen) return chosen
  const organisation = c.var.organisation?.locale ?? 'de'
  const preferred = (c.req.header('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  const first = preferred.find((language) => language === 'de' || language === 'en')
  if (first === 'en') return 'en'
  if (first === 'de' && organisation === 'en') return 'de'
  return organisation
}
