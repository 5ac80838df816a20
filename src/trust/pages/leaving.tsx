import type { Frame } from '#person/parts/frame.ts'
import { LinkToHandOver } from '#person/parts/link-to-hand-over.tsx'
import type { Typed } from '#platform/web/read-form.ts'
import { Note } from '#ui/cards.tsx'
import { TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { fullTime, type Reader } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { Consequences } from '../parts/consequences.tsx'
import type { Departure } from '../queries/departure.ts'

type Wrong = { typed: Typed; problem: string } | undefined

/** Says what going means, before it is done. */
export const LeavePage = ({ frame, wrong }: { frame: Frame; wrong: Wrong }) => {
  const t = words(frame.locale)
  return (
    <Page title={t('leaving.title')} {...frame}>
      <PageTitle title={t('leaving.title')} overline={<a href="/my-data">{t('my_data.title')}</a>}>
        {t('leaving.lead')}
      </PageTitle>
      <Consequences locale={frame.locale} atOnce={t('leaving.at_once')} thirtyDays={t('leaving.thirty_days')} then={t('leaving.then')} />
      <p>
        <a href="/my-data/export.zip">{t('my_data.take_first')}</a>
      </p>
      <Form id="leaving" action="/leaving">
        <TypedWord frame={frame} word={t('leaving.word')} wrong={wrong} />
        <Actions>
          <Button kind="primary">{t('leaving.do')}</Button>
          <LinkButton kind="quiet" href="/my-data">
            {t('leaving.stay')}
          </LinkButton>
        </Actions>
      </Form>
    </Page>
  )
}

const TypedWord = ({ frame: { locale }, word, wrong }: { frame: Frame; word: string; wrong: Wrong }) => (
  <>
    <ErrorSummary locale={locale} problems={wrong ? { word: wrong.problem } : {}} />
    <TextField
      name="word"
      locale={locale}
      label={words(locale)('leaving.type', { word })}
      value={String(wrong?.typed.word ?? '')}
      error={wrong?.problem}
      autocomplete="off"
      width="short"
    />
  </>
)

type LeavingProps = { frame: Frame; departure: Departure; origin: string; reader: Reader; wrong: Wrong }

/** The one page for somebody who is leaving: take along, come back, or go now. */
export const LeavingPage = ({ frame, departure: { bySelf, eraseOn, receiptId }, origin, reader, wrong }: LeavingProps) => {
  const t = words(frame.locale)
  return (
    <Page title={t('leaving.under_way')} {...frame}>
      <PageTitle title={t('leaving.under_way')}>{t('leaving.erased_on', { when: fullTime(eraseOn, reader) })}</PageTitle>
      {!bySelf && (
        <Note>
          <p>{t('leaving.removed')}</p>
        </Note>
      )}
      {bySelf && (
        <section class="section">
          <h2>{t('leaving.return_title')}</h2>
          <p>{t('leaving.return_what')}</p>
          <Form action="/leaving/return">
            <Actions>
              <Button kind="primary">{t('leaving.return')}</Button>
            </Actions>
          </Form>
        </section>
      )}
      <section class="section">
        <h2>{t('my_data.take')}</h2>
        <p>{t('my_data.take_what')}</p>
        <Actions>
          <LinkButton href="/my-data/export.zip">{t('my_data.download')}</LinkButton>
        </Actions>
        <LinkToHandOver id="receipt" label={t('leaving.receipt_at')} link={`${origin}/erasures/${receiptId}`} />
      </section>
      <section class="section">
        <h2>{t('leaving.erase_title')}</h2>
        <p>{t('leaving.erase_what')}</p>
        <Form id="erasure" action="/leaving/erasure">
          <TypedWord frame={frame} word={t('leaving.erase_word')} wrong={wrong} />
          <Actions>
            <Button>{t('leaving.erase')}</Button>
          </Actions>
        </Form>
      </section>
    </Page>
  )
}
