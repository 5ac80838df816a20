import type { PropsWithChildren } from 'hono/jsx'
import type { Assets } from '#platform/web/env.ts'
import type { PublicAddress } from '#platform/web/public-address.ts'
import { type Locale, languageOf } from '#platform/words/words.ts'
import { words } from './messages/index.ts'
import { Page, type PageProps, type Place } from './page.tsx'

type PublicPageProps = PropsWithChildren<{
  title: string
  /** One sentence for search results and shared links. */
  description: string
  locale: Locale
  assets: Assets
  address: PublicAddress
  organisationName?: string
  /** Somebody who is signed in reads the same page between their own places. */
  me?: PageProps['me']
  place?: string
  flash?: string
  /** Scripts that the page itself needs; without one it loads none. */
  scripts?: PageProps['scripts']
  styles?: PageProps['styles']
}>

/** A page for everybody: known to search engines in both languages, and without the script of the signed-in pages. */
export const PublicPage = ({ address, description, scripts = [], children, ...props }: PublicPageProps) => {
  const { locale, me } = props
  return (
    <Page
      {...props}
      places={me ? undefined : publicPlaces(locale)}
      scripts={me ? ['browser.js', ...scripts] : scripts}
      head={<ForOthers {...address} locale={locale} title={props.title} description={description} />}
      end={me ? undefined : <OtherLanguage path={address.path} locale={locale} />}
    >
      {children}
    </Page>
  )
}

const publicPlaces = (locale: Locale): readonly Place[] => {
  const t = words(locale)
  return [
    { id: 'quickscan', href: '/quickscan', label: t('place.quickscan') },
    { id: 'how', href: '/how-it-works', label: t('place.how') },
    { id: 'sign-in', href: '/sign-in', label: t('page.sign_in') },
  ]
}

const OtherLanguage = ({ path, locale }: { path: string; locale: Locale }) => {
  const other = languageOf(locale) === 'en' ? 'de' : 'en'
  return (
    <a href={`${path}?lang=${other}`} lang={other} hreflang={other}>
      {words(locale)('page.other_language')}
    </a>
  )
}

type ForOthersProps = PublicAddress & { locale: Locale; title: string; description: string }

/** What search engines and shared links read. */
const ForOthers = ({ origin, path, language: asked, listed, locale, title, description }: ForOthersProps) => {
  const language = languageOf(locale)
  const at = (lang: string) => `${origin}${path}?lang=${lang}`
  const here = asked ? at(asked) : `${origin}${path}`
  return (
    <>
      <meta name="description" content={description} />
      {!listed && <meta name="robots" content="noindex" />}
      <link rel="canonical" href={here} />
      <link rel="alternate" hreflang="de" href={at('de')} />
      <link rel="alternate" hreflang="en" href={at('en')} />
      <link rel="alternate" hreflang="x-default" href={`${origin}${path}`} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Lotse" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={here} />
      <meta property="og:locale" content={language === 'en' ? 'en_GB' : 'de_DE'} />
      <meta property="og:image" content={`${origin}/picture.png`} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={words(locale)('page.picture')} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}
