import { LinkButton } from '#ui/form.tsx'
import { PageTitle } from '#ui/page.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { words } from '../messages/index.ts'
import type { PublicFrame } from '../parts/frame.ts'

const phases = ['identify', 'plan', 'try', 'evaluate', 'close'] as const
const hats = ['facilitation', 'coaching', 'training'] as const

/** The way of a learning journey, and what it means to be accompanied. */
export const HowPage = ({ frame }: { frame: PublicFrame }) => {
  const t = words(frame.locale)
  return (
    <PublicPage title={t('how.title')} description={t('how.lead')} place="how" {...frame}>
      <PageTitle title={t('how.title')}>{t('how.lead')}</PageTitle>
      <section itemscope itemtype="https://schema.org/HowTo">
        <h2 itemprop="name">{t('how.phases')}</h2>
        <ol class="how-phases">
          {phases.map((phase) => (
            <li itemprop="step" itemscope itemtype="https://schema.org/HowToStep">
              <h3 itemprop="name">{t(`how.${phase}`)}</h3>
              <p itemprop="text">{t(`how.${phase}_what`)}</p>
            </li>
          ))}
        </ol>
        <p>{t('how.rounds')}</p>
      </section>
      <section>
        <h2>{t('how.facilitation')}</h2>
        <p>{t('how.facilitation_what')}</p>
        <ul>
          {hats.map((hat) => (
            <li>
              <strong>{t(`how.hat.${hat}`)}</strong> {t(`how.hat.${hat}_what`)}
            </li>
          ))}
        </ul>
        <p>{t('how.fading')}</p>
        <p>{t('how.choice')}</p>
      </section>
      <section>
        <h2>{t('how.readers')}</h2>
        <p>{t('how.readers_what')}</p>
        <p>
          <a href="/works-council">{t('how.readers_link')}</a>
        </p>
      </section>
      <section>
        <h2>{t('how.begin')}</h2>
        <p>{t('how.begin_what')}</p>
        <div class="actions">
          <LinkButton kind="primary" href="/quickscan">
            {t('home.scan')}
          </LinkButton>
        </div>
      </section>
    </PublicPage>
  )
}
