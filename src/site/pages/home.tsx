import { Course } from '#ui/course.tsx'
import { HomeDrawing } from '#ui/drawings.tsx'
import { LinkButton } from '#ui/form.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { words } from '../messages/index.ts'
import type { PublicFrame } from '../parts/frame.ts'
import { storyCourse } from '../parts/story.ts'

type Props = { frame: PublicFrame; registrationOpen: boolean }

/** What Lotse is, for somebody who has never heard of it. */
export const HomePage = ({ frame, registrationOpen }: Props) => {
  const t = words(frame.locale)
  return (
    <PublicPage title={t('home.title')} description={t('home.lead')} {...frame}>
      <div itemscope itemtype="https://schema.org/WebApplication">
        <meta itemprop="name" content="Lotse" />
        <meta itemprop="applicationCategory" content="EducationalApplication" />
        <meta itemprop="operatingSystem" content="Web" />
        <link itemprop="url" href={frame.address.origin} />
        <link itemprop="license" href="https://www.gnu.org/licenses/agpl-3.0.html" />
        <header class="home-head">
          <h1>{t('home.title')}</h1>
          <p class="lead" itemprop="description">
            {t('home.lead')}
          </p>
          <div class="actions">
            <LinkButton kind="primary" href="/quickscan">
              {t('home.scan')}
            </LinkButton>
            <a href="/how-it-works">{t('home.how')}</a>
          </div>
          <p class="small">{t('home.scan_what')}</p>
        </header>
        <figure class="home-wide">
          <HomeDrawing />
          <figcaption class="small">{t('home.name')}</figcaption>
        </figure>
      </div>
      <Story frame={frame} />
      <ForWhom frame={frame} />
      <Promises frame={frame} />
      <section>
        <h2>{t('home.begin')}</h2>
        <p>{t(registrationOpen ? 'home.begin_open' : 'home.begin_invited')}</p>
        <p class="row">
          {registrationOpen && <a href="/register">{t('home.register')}</a>}
          {!frame.me && <a href="/sign-in">{t('home.sign_in')}</a>}
          <a href="/contact">{t('home.contact')}</a>
        </p>
      </section>
    </PublicPage>
  )
}

const rounds = ['1', '2', '3'] as const

const Story = ({ frame: { locale } }: { frame: PublicFrame }) => {
  const t = words(locale)
  return (
    <section>
      <h2>{t('home.story')}</h2>
      <p>{t('home.story_lead')}</p>
      <div class="home-wide">
        <Course id="story" course={storyCourse} locale={locale} />
      </div>
      <ol class="home-rounds">
        {rounds.map((round) => (
          <li>
            <h3>{t(`home.story.${round}`)}</h3>
            <p>{t(`home.story.${round}_what`)}</p>
          </li>
        ))}
      </ol>
      <p class="small">{t('home.story_legend')}</p>
    </section>
  )
}

const ForWhom = ({ frame: { locale } }: { frame: PublicFrame }) => {
  const t = words(locale)
  return (
    <section>
      <h2>{t('home.for')}</h2>
      <h3>{t('home.learners')}</h3>
      <p>{t('home.learners_what')}</p>
      <h3>{t('home.facilitators')}</h3>
      <p>{t('home.facilitators_what')}</p>
      <h3>{t('home.organisation')}</h3>
      <p>{t('home.organisation_what')}</p>
      <p>
        <a href="/works-council">{t('home.organisation_link')}</a>
      </p>
    </section>
  )
}

const promises = ['helm', 'eye_level', 'readers', 'kept'] as const

const Promises = ({ frame: { locale } }: { frame: PublicFrame }) => {
  const t = words(locale)
  return (
    <section>
      <h2>{t('home.promises')}</h2>
      <dl class="home-promises">
        {promises.map((promise) => (
          <div>
            <dt>{t(`home.${promise}`)}</dt>
            <dd>{t(`home.${promise}_what`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
