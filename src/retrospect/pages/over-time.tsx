import { Course } from '#journey/parts/course-of.tsx'
import type { WholeJourney } from '#journey/queries/whole.ts'
import type { Frame } from '#person/parts/frame.ts'
import { dayIn } from '#platform/clock.ts'
import { LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { type Reader, sayDate } from '#ui/time.ts'
import { Words } from '#ui/words.tsx'
import { type RetrospectWords, words } from '../messages/index.ts'
import { fadedOver, type Voyage, voyageOf } from '../retrospect.ts'

interface OverTimeProps {
  frame: Frame
  /** Own journeys that were begun, the oldest first. */
  journeys: readonly WholeJourney[]
  /** There are earlier ones. */
  more: boolean
  reader: Reader
  now: Date
}

/** Journeys as courses side by side, with what became of each told in words. For the learner alone. */
export const OverTimePage = ({ frame, journeys, more, reader, now }: OverTimeProps) => {
  const t = words(frame.locale)
  const voyages = journeys.map(voyageOf)
  return (
    <Page title={t('over_time.title')} {...frame} place="journeys">
      <PageTitle title={t('over_time.title')}>{t('over_time.lead')}</PageTitle>
      {journeys.length === 0 ? (
        <section class="stack">
          <h2>{t('over_time.empty_title')}</h2>
          <p>{t('over_time.empty')}</p>
          <p>
            <LinkButton kind="primary" href="/journeys/new">
              {t('over_time.begin')}
            </LinkButton>
          </p>
        </section>
      ) : (
        <>
          <Faded voyages={voyages} t={t} />
          {more && <p class="small">{t('over_time.more', { count: journeys.length })}</p>}
          <ol class="voyages">
            {journeys.map((whole, index) => (
              <li class="voyage">
                <Course whole={whole} locale={frame.locale} small />
                <Told voyage={voyages[index]!} reader={reader} now={now} t={t} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Page>
  )
}

/** One sentence over all of them, where at least two tell of support. */
const Faded = ({ voyages, t }: { voyages: readonly Voyage[]; t: RetrospectWords }) => {
  const faded = fadedOver(voyages)
  if (!faded) return null
  const [from, to] = [t(`over_time.level.${faded.from}`), t(`over_time.level.${faded.to}`)]
  return <p class="voyages-faded">{faded.from === faded.to ? t('over_time.same', { from }) : t('over_time.faded', { from, to })}</p>
}

const Told = ({ voyage, reader, now, t }: { voyage: Voyage; reader: Reader; now: Date; t: RetrospectWords }) => {
  const { id, title, outcome, cycles, confidence, transfer, secondTransfer } = voyage
  const counted = outcome === 'solved' ? 'over_time.cycles_solved' : 'over_time.cycles_so_far'
  return (
    <>
      <h2 class="voyage-title">
        <a href={`/journeys/${id}`}>{title ? <Words inline>{title}</Words> : t('over_time.untitled')}</a>
      </h2>
      <p class="small">{spanOf(voyage, reader, now, t)}</p>
      <dl class="facts">
        <dt>{t('over_time.cycles')}</dt>
        <dd>{t(counted, { count: cycles })}</dd>
        <dt>{t('over_time.support')}</dt>
        <dd>{supportInWords(voyage, t)}</dd>
        {confidence && (
          <>
            <dt>{t('over_time.confidence')}</dt>
            <dd>{t('over_time.confidence_said', confidence)}</dd>
          </>
        )}
        {outcome && (
          <>
            <dt>{t('over_time.outcome')}</dt>
            <dd>{outcomeInWords(voyage, outcome, t)}</dd>
          </>
        )}
        {transfer && (
          <>
            <dt>{t('over_time.transfer')}</dt>
            <dd>{t(`over_time.transfer.${transfer}`)}</dd>
          </>
        )}
        {secondTransfer && (
          <>
            <dt>{t('over_time.second_transfer')}</dt>
            <dd>{t(secondTransfer === 'ahead' ? 'over_time.second_transfer_ahead' : `over_time.transfer.${secondTransfer}`)}</dd>
          </>
        )}
      </dl>
    </>
  )
}

function spanOf({ begunAt, closedAt }: Voyage, { locale, timeZone }: Reader, now: Date, t: RetrospectWords): string {
  const said = (at: Date) => sayDate(dayIn(timeZone, at), dayIn(timeZone, now), locale)
  if (!begunAt) return ''
  return closedAt ? t('over_time.from_to', { from: said(begunAt), to: said(closedAt) }) : t('over_time.since', { from: said(begunAt) })
}

function supportInWords({ support, outcome }: Voyage, t: RetrospectWords): string {
  if (!support) return t('over_time.support_none')
  const [first, last] = [t(`over_time.level.${support.first}`), t(`over_time.level.${support.last}`)]
  return support.first === support.last
    ? t('over_time.support_stayed', { level: first })
    : t(outcome ? 'over_time.support_moved' : 'over_time.support_moves', { first, last })
}

function outcomeInWords({ onMyOwn }: Voyage, outcome: NonNullable<Voyage['outcome']>, t: RetrospectWords): string {
  if (outcome !== 'solved' || onMyOwn === null) return t(`over_time.outcome.${outcome}`)
  return t(onMyOwn ? 'over_time.outcome.solved_on_my_own' : 'over_time.outcome.solved_with_help')
}
