import { raw } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Assets } from '#platform/web/env.ts'
import { type Locale, languageOf } from '#platform/words/words.ts'
import { ForBrowser } from './for-browser.tsx'
import { Mark } from './mark.tsx'
import { words } from './messages/index.ts'

export type Place = { id: string; href: string; label: string }

export type PageProps = PropsWithChildren<{
  title: string
  locale: Locale
  assets: Assets
  /** `eraseOn`: they are leaving, and nothing here leads anywhere but out. */
  me?: {
    personId: string
    name: string
    organisationName: string
    theme?: 'light' | 'dark' | null
    accompanies?: boolean
    eraseOn?: Date | null
  }
  organisationName?: string
  places?: readonly Place[]
  place?: string
  /** What just happened, said once politely and shown at the top. */
  flash?: string
  theme?: 'light' | 'dark'
  /** The scripts of the page; public pages leave out what only somebody signed in needs. */
  scripts?: readonly Parameters<Assets>[0][]
  /** Style sheets that only this page needs. */
  styles?: readonly Parameters<Assets>[0][]
  /** Further elements of <head>, such as canonical and hreflang links of public pages. */
  head?: Child
  /** At the end of the page's head, where somebody signed in finds their account. */
  end?: Child
}>

/** Where somebody who is signed in can go from anywhere. */
export const mainPlaces = (locale: Locale, accompanies = false): readonly Place[] => {
  const t = words(locale)
  return [
    { id: 'today', href: '/today', label: t('place.today') },
    { id: 'journeys', href: '/journeys', label: t('place.journeys') },
    ...(accompanies ? [{ id: 'accompanying', href: '/accompanying', label: t('place.accompanying') }] : []),
    { id: 'reflections', href: '/reflections', label: t('place.reflections') },
  ]
}

const htmxConfig = JSON.stringify({ includeIndicatorCSS: false, history: 'reload' })

export const Page = ({ children, ...props }: PageProps) => {
  const t = words(props.locale)
  const places = props.places ?? (props.me && !props.me.eraseOn ? mainPlaces(props.locale, props.me.accompanies) : [])
  const document = (
    <html lang={languageOf(props.locale)} data-theme={props.theme ?? props.me?.theme ?? undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="htmx-config" content={htmxConfig} />
        <title>{`${props.title} · Lotse`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon-180.png" />
        <link rel="manifest" href="/lotse.webmanifest" />
        {(['ui.css', ...(props.styles ?? [])] as const).map((name) => (
          <link rel="stylesheet" href={props.assets(name)} />
        ))}
        {(props.scripts ?? ['browser.js']).map((name) => (
          <script type="module" src={props.assets(name)} />
        ))}
        {props.me && <ForBrowser personId={props.me.personId} locale={props.locale} />}
        {props.head}
      </head>
      <body class={places.length > 0 ? 'page page-with-places' : 'page'}>
        <a class="page-skip" href="#main">
          {t('page.skip')}
        </a>
        <Head {...props} places={places} />
        <main id="main" class="page-main" tabindex={-1}>
          <div class="column">
            <p id="happened" class="page-happened" role="status" aria-live="polite">
              {props.flash}
            </p>
            {children}
          </div>
        </main>
        <footer class="page-foot">
          <nav class="column" aria-label={t('page.legal')}>
            <a href="/imprint">{t('page.imprint')}</a>
            <a href="/privacy">{t('page.privacy')}</a>
            <a href="/accessibility">{t('page.accessibility')}</a>
            <a href="/contact">{t('page.contact')}</a>
          </nav>
        </footer>
      </body>
    </html>
  )
  return (
    <>
      {raw('<!doctype html>')}
      {document}
    </>
  )
}

const Head = ({ locale, me, organisationName, places, place, end }: Omit<PageProps, 'children'> & { places: readonly Place[] }) => {
  const t = words(locale)
  return (
    <header class="page-head">
      <a class="page-mark" href={me ? '/today' : '/'} aria-label={t('page.home')}>
        <Mark />
      </a>
      {!me && organisationName && <span class="page-organisation">{organisationName}</span>}
      {places.length > 0 && (
        <nav class="places" aria-label={t('page.places')}>
          {places.map(({ id, href, label }) => (
            <a href={href} aria-current={id === place ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
      )}
      {me && <Account locale={locale} me={me} />}
      {end && <div class="page-end">{end}</div>}
    </header>
  )
}

const Account = ({ locale, me }: { locale: Locale; me: NonNullable<PageProps['me']> }) => {
  const t = words(locale)
  return (
    <div class="account">
      <button type="button" popovertarget="account-menu" aria-label={t('page.account', { name: me.name })}>
        {me.name}
      </button>
      <div id="account-menu" class="account-menu" popover="auto">
        {!me.eraseOn && (
          <>
            <a href="/organisation">{me.organisationName}</a>
            <a href="/sessions">{t('page.sessions')}</a>
            <a href="/quickscan/mine">{t('page.scans')}</a>
            <a href="/practice">{t('page.practice')}</a>
            <a href="/settings">{t('page.settings')}</a>
          </>
        )}
        <form method="post" action="/sign-out">
          <button type="submit">{t('page.sign_out')}</button>
        </form>
      </div>
    </div>
  )
}

type PageTitleProps = PropsWithChildren<{ title: Child; overline?: Child }>

/** The one h1 of a page; children become its lead sentence. */
export const PageTitle = ({ title, overline, children }: PageTitleProps) => (
  <header class="page-title">
    {overline && <p class="page-overline">{overline}</p>}
    <h1>{title}</h1>
    {children && <p class="lead">{children}</p>}
  </header>
)

/** A sentence and what belongs beside it: in the margin on wide screens, folded under it on narrow ones. */
export const Beside = ({ margin, children }: PropsWithChildren<{ margin: Child }>) => (
  <div class="beside">
    <div>{children}</div>
    <aside class="margin">{margin}</aside>
  </div>
)
