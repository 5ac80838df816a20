import { signInDays } from '#platform/sign-in/sign-in.ts'
import { invitationDays } from '#sharing/sharing.ts'
import { PageTitle } from '#ui/page.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { words } from '../messages/index.ts'
import type { PublicFrame } from '../parts/frame.ts'
import { limits } from '../site.ts'

/** Everything that the page tells of, each with its purpose, its readers and how long it stays. */
export const stored = [
  'person',
  'rhythm',
  'introduction',
  'email',
  'password',
  'sign_in',
  'reset',
  'permission',
  'invitation',
  'journey',
  'private',
  'session',
  'reflection',
  'scan',
  'practice',
  'appointment',
  'message',
  'letter',
  'departure',
  'digest',
  'attempt',
] as const
const roles = ['learner', 'facilitator', 'colleague', 'manager', 'admin', 'council'] as const
const periods = { signInDays, invitationDays, messageDays: limits.messageDays }

/** What is stored, who reads it, and what is missing on purpose: for those who have to agree. */
export const CouncilPage = ({ frame }: { frame: PublicFrame }) => {
  const t = words(frame.locale)
  return (
    <PublicPage title={t('council.title')} description={t('council.lead')} {...frame}>
      <PageTitle title={t('council.title')}>{t('council.lead')}</PageTitle>
      <section>
        <h2>{t('council.short')}</h2>
        <ul class="council-points">
          {(['1', '2', '3', '4', '5'] as const).map((point) => (
            <li>{t(`council.short.${point}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('council.stored')}</h2>
        <ul class="list">
          {stored.map((what) => (
            <li>
              <h3 class="council-what">{t(`council.${what}`)}</h3>
              <dl class="facts council-facts">
                <dt>{t('council.for')}</dt>
                <dd>{t(`council.${what}_for`)}</dd>
                <dt>{t('council.readers')}</dt>
                <dd>{t(`council.${what}_readers`)}</dd>
                <dt>{t('council.kept')}</dt>
                <dd>{t(`council.${what}_kept`, periods)}</dd>
              </dl>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('council.roles')}</h2>
        <dl class="council-roles">
          {roles.map((role) => (
            <div>
              <dt>{t(`council.${role}`)}</dt>
              <dd>{t(`council.${role}_sees`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Limits frame={frame} />
      <Agreement frame={frame} />
    </PublicPage>
  )
}

const Limits = ({ frame: { locale } }: { frame: PublicFrame }) => {
  const t = words(locale)
  const three = ['1', '2', '3'] as const
  return (
    <>
      <section>
        <h2>{t('council.held')}</h2>
        {three.map((point) => (
          <p>{t(`council.held.${point}`)}</p>
        ))}
      </section>
      <section>
        <h2>{t('council.operator')}</h2>
        {three.map((point) => (
          <p>{t(`council.operator.${point}`)}</p>
        ))}
      </section>
      <section>
        <h2>{t('council.absent')}</h2>
        <ul>
          {(['1', '2', '3', '4', '5', '6'] as const).map((point) => (
            <li>{t(`council.absent.${point}`)}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

const Agreement = ({ frame: { locale } }: { frame: PublicFrame }) => {
  const t = words(locale)
  return (
    <section>
      <h2>{t('council.agreement')}</h2>
      <p>{t('council.agreement_lead')}</p>
      <ul>
        {(['1', '2', '3', '4', '5', '6', '7'] as const).map((point) => (
          <li>{t(`council.agreement.${point}`)}</li>
        ))}
      </ul>
      <p>{t('council.agreement_law')}</p>
      <p class="row">
        <span>{t('council.ask')}</span>
        <a href="/contact">{t('home.contact')}</a>
        <a href="/privacy">{t('text.privacy')}</a>
      </p>
    </section>
  )
}
