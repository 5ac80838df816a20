import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { asLocale, type Locale } from '#platform/words/words.ts'
import type { Ask, Env } from './env.ts'

/**
 * Language for somebody signed out: what the address asks for (`?lang=de` or `en`), the choice in the cookie, else what the browser prefers, else
 * the organisation's. Formal German only by the organisation's choice, or where it was chosen by name.
 */
export function visitorLocale(c: Ask): Locale {
  const chosen = askedFor(c) ?? asLocale(getCookie(c, 'locale'))
  if (chosen) return chosen
  const organisation = c.var.organisation?.locale ?? 'de'
  const preferred = (c.req.header('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  const first = preferred.find((language) => language === 'de' || language === 'en')
  if (first === 'en') return 'en'
  if (first === 'de' && organisation === 'en') return 'de'
  return organisation
}

/** A language in the address is kept for the pages that follow. */
export const keepLanguage = (): MiddlewareHandler<Env> => async (c, next) => {
  const chosen = c.req.method === 'GET' ? askedFor(c) : undefined
  if (chosen) rememberLocale(c, chosen)
  await next()
}

/** The browser carries the choice for a year, out of reach of scripts. */
export function rememberLocale(c: Ask, locale: Locale): void {
  const secure = c.var.origin.startsWith('https:')
  setCookie(c, 'locale', locale, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: 365 * 86_400 })
}

/** `lang=de` is the German that the organisation speaks: one address has one German. */
function askedFor(c: Ask): Locale | undefined {
  const asked = asLocale(c.req.query('lang'))
  return asked === 'de' && c.var.organisation?.locale === 'de-formal' ? 'de-formal' : asked
}
