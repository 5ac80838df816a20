import { EmptyState } from '#ui/cards.tsx'
import { Actions, Button, LinkButton } from '#ui/form.tsx'
import { PageTitle } from '#ui/page.tsx'
import { longDay } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { ScanOffer } from '../parts/scan-offer.tsx'
import type { KeptScan, Offer } from '../queries.ts'
import { type Frame, ScanPage } from './frame.tsx'

interface MineProps {
  frame: Frame & { me: NonNullable<Frame['me']> }
  scans: readonly KeptScan[]
  offer: Offer | undefined
  flash?: string
  /** Why a file was not taken in. */
  problem?: string
}

/** The scans that somebody kept, and those shown to them. */
export const MinePage = ({ frame, scans, offer, flash, problem }: MineProps) => {
  const { locale, me } = frame
  const t = words(locale)
  const own = scans.filter(({ personId }) => personId === me.personId)
  const shown = scans.filter(({ personId }) => personId !== me.personId)
  return (
    <ScanPage frame={frame} title={t('mine.title')} flash={flash}>
      <PageTitle title={t('mine.title')}>{t('mine.lead')}</PageTitle>
      {offer && <ScanOffer offer={offer} locale={locale} />}
      {own.length === 0 ? (
        <EmptyState
          title={t('mine.empty')}
          act={
            <LinkButton kind="primary" href="/quickscan">
              {t('mine.take')}
            </LinkButton>
          }
        >
          <p>{t('mine.empty_how')}</p>
        </EmptyState>
      ) : (
        <>
          <ul class="list section">
            {own.map((scan) => (
              <li>
                <a href={`/quickscan/mine/${scan.id}`}>{t('scan.title', { date: longDay(scan.takenOn, locale) })}</a>
                <p class="small">
                  {t(scan.form === 'full' ? 'mine.form_full' : 'mine.form_short')} ·{' '}
                  {scan.shares.length > 0
                    ? t('mine.shown_to', { names: scan.shares.map(({ name }) => name).join(', ') })
                    : t('mine.private')}
                </p>
              </li>
            ))}
          </ul>
          <div class="actions section">
            <LinkButton href="/quickscan">{t('mine.retake_full')}</LinkButton>
            <LinkButton href="/quickscan?form=short">{t('mine.retake_short')}</LinkButton>
          </div>
        </>
      )}
      {shown.length > 0 && (
        <section class="section">
          <h2>{t('mine.with_me')}</h2>
          <ul class="list">
            {shown.map((scan) => (
              <li>
                <a href={`/quickscan/mine/${scan.id}`}>{t('mine.of', { name: scan.ownerName })}</a>
                <p class="small">{longDay(scan.takenOn, locale)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="section" aria-labelledby="scan-import">
        <h2 id="scan-import">{t('mine.import')}</h2>
        <form class="form" method="post" action="/quickscan/mine/file" enctype="multipart/form-data">
          <div class="field">
            <label for="file">{t('mine.import_field')}</label>
            <p class="field-hint" id="file-hint">
              {t('mine.import_hint')}
            </p>
            {problem && (
              <p class="field-error" id="file-error" role="alert">
                {problem}
              </p>
            )}
            <input
              class="control"
              type="file"
              id="file"
              name="file"
              accept=".json,application/json"
              aria-describedby={problem ? 'file-error file-hint' : 'file-hint'}
              aria-invalid={problem ? 'true' : undefined}
            />
          </div>
          <Actions>
            <Button>{t('mine.import_send')}</Button>
          </Actions>
        </form>
      </section>
    </ScanPage>
  )
}
