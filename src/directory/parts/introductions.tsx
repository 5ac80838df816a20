import { type Locale, languageOf } from '#platform/words/words.ts'
import { Words } from '#ui/words.tsx'
import { type Introduction, type Language, portraitLimits } from '../directory.ts'
import type { DirectoryWords } from '../messages/index.ts'

const names = { de: new Intl.DisplayNames('de', { type: 'language' }), en: new Intl.DisplayNames('en', { type: 'language' }) }
const lists = { de: new Intl.ListFormat('de', { type: 'unit' }), en: new Intl.ListFormat('en', { type: 'unit' }) }

/** A language by its name in the reader's own. */
export const nameOfLanguage = (language: Language, locale: Locale) => names[languageOf(locale)].of(language) ?? language
export const listed = (some: readonly string[], locale: Locale) => lists[languageOf(locale)].format(some)

/** The picture beside an introduction. The name stands beside it: there is nothing to read out. */
export const Portrait = ({ introduction: { personId, portrait }, large = false }: { introduction: Introduction; large?: boolean }) =>
  portrait === null ? null : (
    <img
      class={large ? 'portrait portrait-large' : 'portrait'}
      src={`/facilitators/${personId}/portrait?v=${portrait}`}
      alt=""
      width={portraitLimits.side}
      height={portraitLimits.side}
      loading="lazy"
    />
  )

/** Whether one can ask, in words. */
export const placesInWords = ({ paused, free }: Introduction, t: DirectoryWords) =>
  paused ? t('directory.paused') : t('directory.free', { count: free })

type ListProps = {
  introductions: readonly Introduction[]
  locale: Locale
  t: DirectoryWords
  heading?: 'h2' | 'h3'
  journey?: string | undefined
}

/** Introductions in short, each leading to the whole. */
export const IntroductionList = ({ introductions, locale, t, heading: Heading = 'h2', journey }: ListProps) => (
  <ul class="list introductions">
    {introductions.map((one) => (
      <li class="introduction">
        <Portrait introduction={one} />
        <Heading>
          <a href={`/facilitators/${one.personId}${journey ? `?journey=${journey}` : ''}`} dir="auto">
            {one.name}
          </a>
        </Heading>
        {one.topics.length > 0 && (
          <p>
            <Words inline>{one.topics.join(' · ')}</Words>
          </p>
        )}
        <p class="small">
          {[
            placesInWords(one, t),
            listed(
              one.languages.map((language) => nameOfLanguage(language, locale)),
              locale,
            ),
          ].join(' · ')}
        </p>
      </li>
    ))}
  </ul>
)

/** All that somebody says about themselves. */
export const IntroductionReading = ({
  introduction: one,
  locale,
  t,
}: {
  introduction: Introduction
  locale: Locale
  t: DirectoryWords
}) => (
  <dl class="facts">
    {one.topics.length > 0 && (
      <>
        <dt>{t('directory.topics')}</dt>
        <dd>
          <Words inline>{one.topics.join(' · ')}</Words>
        </dd>
      </>
    )}
    {one.howIWork && (
      <>
        <dt>{t('directory.how_i_work')}</dt>
        <dd>
          <Words>{one.howIWork}</Words>
        </dd>
      </>
    )}
    <dt>{t('directory.languages')}</dt>
    <dd>
      {listed(
        one.languages.map((language) => nameOfLanguage(language, locale)),
        locale,
      )}
    </dd>
    <dt>{t('directory.hats')}</dt>
    <dd>
      {listed(
        one.hats.map((hat) => t(`directory.hat.${hat}`)),
        locale,
      )}
    </dd>
    <dt>{t('directory.places')}</dt>
    <dd>{placesInWords(one, t)}</dd>
    <dt>{t('directory.reply')}</dt>
    <dd>{t('directory.replies', { days: one.replyDays })}</dd>
  </dl>
)
