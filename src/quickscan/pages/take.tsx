import { Button } from '#ui/form.tsx'
import { PageTitle } from '#ui/page.tsx'
import { words } from '../messages/index.ts'
import { pageData } from '../parts/page-data.ts'
import { Rose } from '../parts/radar.tsx'
import { Statements } from '../parts/statements.tsx'
import { type Constants, type Form, instrument } from '../quickscan.ts'
import { saidIn } from '../rules/said.ts'
import { type Frame, ScanPage } from './frame.tsx'

/** What it is, who sees it, and the statements: all of them without script, one at a time with it. */
export const TakePage = ({ frame, form, constants, flash }: { frame: Frame; form: Form; constants: Constants; flash?: string }) => {
  const { locale } = frame
  const { texts } = instrument
  const t = words(locale)
  return (
    <ScanPage frame={frame} title={texts.title[locale]} flash={flash}>
      <lotse-quickscan data-page={JSON.stringify(pageData(form, { ...frame, signedIn: frame.me !== undefined, constants }))}>
        <div class="scan-start">
          <Rose said={saidIn(instrument, locale)} />
          <PageTitle title={texts.title[locale]}>{(form === 'full' ? texts.intro : texts.introShort)[locale]}</PageTitle>
          <div class="scan-with-script">
            <p class="note scan-note" role="status" hidden />
            <div class="actions">
              <Button type="button" kind="primary" further={{ 'data-do': 'show', hidden: '' }}>
                {t('take.to_result')}
              </Button>
              <Button type="button" kind="primary" further={{ 'data-do': 'go-on', hidden: '' }}>
                {t('take.go_on')}
              </Button>
              <Button type="button" kind="primary" further={{ 'data-do': 'begin' }}>
                {t('take.begin')}
              </Button>
            </div>
            <p>{texts.privacy[locale]}</p>
            <p>
              {t('take.how')} <span class="scan-keys">{t('take.keys')}</span>
            </p>
          </div>
          <p class="small scan-other">
            <a href={form === 'full' ? '/quickscan?form=short' : '/quickscan'}>{t(form === 'full' ? 'take.short' : 'take.full')}</a>
          </p>
          <noscript>
            <p class="note">{texts.privacyNoScript[locale]}</p>
          </noscript>
        </div>
        <Statements form={form} locale={locale} t={t} />
      </lotse-quickscan>
    </ScanPage>
  )
}
