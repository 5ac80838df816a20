import type { Frame } from '#person/parts/frame.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { type Introduction, isOpen } from '../directory.ts'
import { words } from '../messages/index.ts'
import { AskForm } from '../parts/ask-form.tsx'
import { IntroductionList, IntroductionReading, listed, Portrait } from '../parts/introductions.tsx'
import type { JourneyToShow } from '../queries/journeys.ts'

export interface IntroductionPageProps {
  frame: Frame
  introduction: Introduction
  isMe: boolean
  /** The reader's own journeys that are not over, last written first. */
  journeys: readonly JourneyToShow[]
  chosen: string | undefined
  others: readonly Introduction[]
  wrong?: { typed: Typed; problems: Problems; refusal?: string } | undefined
}

/** One introduction, and the form to ask. */
export const IntroductionPage = (props: IntroductionPageProps) => {
  const { frame, introduction, isMe } = props
  const t = words(frame.locale)
  return (
    <Page title={introduction.name} {...frame} place="journeys">
      <PageTitle title={introduction.name} overline={<a href="/facilitators">{t('directory.title')}</a>} />
      <Portrait introduction={introduction} large />
      {isMe && <p>{t('directory.yourself')}</p>}
      <IntroductionReading introduction={introduction} locale={frame.locale} t={t} />
      {isMe ? (
        <p>
          <LinkButton href="/facilitators/mine">{t('directory.change_own')}</LinkButton>
        </p>
      ) : (
        <Ask {...props} />
      )}
    </Page>
  )
}

/** Asking; or that nobody can be asked now, with whoever else could be. */
const Ask = (props: IntroductionPageProps) => {
  const { introduction, journeys, frame, wrong } = props
  const { personId, name, paused } = introduction
  const t = words(frame.locale)
  const already = journeys.filter(({ facilitatorIds }) => facilitatorIds.includes(personId))
  const others = journeys.filter((journey) => !already.includes(journey))
  const titles = listed(
    already.map(({ title }) => title || t('ask.untitled')),
    frame.locale,
  )
  return (
    <>
      {already.length > 0 && <p>{t('ask.already', { name, titles })}</p>}
      {!isOpen(introduction) && !wrong ? (
        <section class="section" id="ask">
          <p>{t(paused ? 'ask.closed_paused' : 'ask.closed_full', { name })}</p>
          <Instead {...props} />
        </section>
      ) : journeys.length === 0 ? (
        <section class="section stack" id="ask">
          <h2>{t('ask.title', { name })}</h2>
          <p>{t('ask.no_journey')}</p>
          <p>
            <LinkButton kind="primary" href="/journeys/new">
              {t('ask.begin')}
            </LinkButton>
          </p>
        </section>
      ) : (
        others.length > 0 && (
          <section class="section" id="ask">
            <h2>{t('ask.title', { name })}</h2>
            <AskForm {...props} journeys={others} />
          </section>
        )
      )}
    </>
  )
}

const Instead = ({ others, chosen, frame: { locale } }: IntroductionPageProps) => {
  const t = words(locale)
  if (others.length === 0) return <p>{t('request.no_others')}</p>
  return (
    <>
      <h2>{t('ask.others')}</h2>
      <IntroductionList introductions={others} locale={locale} t={t} heading="h3" journey={chosen} />
    </>
  )
}
