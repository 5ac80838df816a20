import type { Frame } from '#person/parts/frame.ts'
import { Page, PageTitle } from '#ui/page.tsx'
import { fullTime, type Reader } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import type { Receipt } from '../queries/departure.ts'

/** All that is left of somebody who went: how much it was, and when. */
export const ReceiptPage = ({ frame, receipt, reader }: { frame: Frame; receipt: Receipt; reader: Reader }) => {
  const t = words(frame.locale)
  const { erasedAt, journeys, texts, files, scans } = receipt
  return (
    <Page title={t('receipt.title')} {...frame}>
      <PageTitle title={t('receipt.title')}>{t('receipt.when', { when: fullTime(erasedAt, reader) })}</PageTitle>
      <dl class="facts">
        <dt>{t('receipt.journeys')}</dt>
        <dd>{journeys}</dd>
        <dt>{t('receipt.texts')}</dt>
        <dd>{texts}</dd>
        <dt>{t('receipt.files')}</dt>
        <dd>{files}</dd>
        <dt>{t('receipt.scans')}</dt>
        <dd>{scans}</dd>
      </dl>
      <p>{t('receipt.what')}</p>
      <p>{t('receipt.backup')}</p>
      <p class="small">{t('receipt.print')}</p>
    </Page>
  )
}
