import type { Listed } from '#organisation/queries.ts'
import type { Frame } from '#person/parts/frame.ts'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { fullTime, type Reader } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { Consequences } from '../parts/consequences.tsx'
import type { Departure } from '../queries/departure.ts'

type RemovalProps = { frame: Frame; person: Listed; departure: Departure | undefined; reader: Reader; problem?: string | undefined }

/** Says what removing somebody means, and until when they can be taken back. */
export const RemovalPage = ({ frame, person, departure, reader, problem }: RemovalProps) => {
  const t = words(frame.locale)
  const here = `/organisation/people/${person.id}`
  const { name } = person
  return (
    <Page title={t('removal.title', { name })} {...frame}>
      <PageTitle title={t('removal.title', { name })} overline={<a href={here}>{name}</a>} />
      {problem && <ErrorSummary locale={frame.locale} problems={{ removal: problem }} kept={false} title={problem} />}
      {departure ? (
        <>
          <p>{t(departure.bySelf ? 'removal.goes' : 'removal.removed', { name, when: fullTime(departure.eraseOn, reader) })}</p>
          {!departure.bySelf && (
            <Form action={`${here}/removal/taking-back`}>
              <Actions>
                <Button kind="primary">{t('removal.take_back')}</Button>
              </Actions>
            </Form>
          )}
        </>
      ) : (
        <>
          <Consequences
            locale={frame.locale}
            atOnce={t('removal.at_once', { name })}
            thirtyDays={t('removal.thirty_days', { name })}
            then={t('removal.then', { name })}
          />
          <p>{t('removal.not_read')}</p>
          <Form id="removal" action={`${here}/removal`}>
            <Actions>
              <Button kind="primary">{t('removal.do', { name })}</Button>
              <LinkButton kind="quiet" href={here}>
                {t('removal.leave_it')}
              </LinkButton>
            </Actions>
          </Form>
        </>
      )}
    </Page>
  )
}
