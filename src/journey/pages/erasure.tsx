import type { Me } from '#platform/db/bound.ts'
import type { Assets } from '#platform/web/env.ts'
import { TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { fullTime } from '#ui/time.ts'
import type { Erased } from '../commands/erase.ts'
import type { JourneyWords } from '../messages/index.ts'
import { WayBack } from '../parts/head.tsx'
import type { PhaseProps } from '../parts/phase.ts'

/** Asks, by a word to type, before a journey is erased for good. */
export const ErasurePage = ({ whole, me, assets, t, refill }: PhaseProps) => {
  const here = `/journeys/${whole.journey.id}`
  const word = t('identify.erase_word')
  const error = refill && t('identify.erase_mismatch', { word })
  return (
    <Page title={t('identify.erase_title')} locale={me.locale} assets={assets} me={me} place="journeys">
      <PageTitle title={t('identify.erase_title')} overline={<WayBack whole={whole} t={t} />} />
      <p>{t('identify.erase_what')}</p>
      <p>{t('identify.erase_backup')}</p>
      <p>
        {t('identify.erase_take_along')} <a href={`${here}/export.md`}>Markdown</a>, <a href={`${here}/export.json`}>JSON</a>
      </p>
      <Form id="erasure" action={`${here}/erasure`}>
        <ErrorSummary locale={me.locale} problems={error ? { word: error } : {}} />
        <TextField
          name="word"
          locale={me.locale}
          label={t('identify.erase_type', { word })}
          value={String(refill?.typed.word ?? '')}
          error={error}
          autocomplete="off"
          width="short"
        />
        <Actions>
          <Button kind="primary">{t('identify.erase_do')}</Button>
          <LinkButton kind="quiet" href={here}>
            {t('identify.erase_back')}
          </LinkButton>
        </Actions>
      </Form>
    </Page>
  )
}

type ReceiptProps = { me: Me; assets: Assets; t: JourneyWords; erased: Erased; at: Date }

/** All that is left of an erased journey: how much it was, and when it went. */
export const ErasureReceiptPage = ({ me, assets, t, erased, at }: ReceiptProps) => (
  <Page title={t('identify.erased_title')} locale={me.locale} assets={assets} me={me} place="journeys">
    <PageTitle title={t('identify.erased_title')}>{t('identify.erased', { ...erased })}</PageTitle>
    <p>{t('identify.erased_at', { when: fullTime(at, me) })}</p>
    <p>
      <a href="/journeys">{t('identify.erased_on')}</a>
    </p>
  </Page>
)
