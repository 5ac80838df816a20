import { words as personWords } from '#person/messages/index.ts'
import type { Frame } from '#person/parts/frame.ts'
import { LinkToHandOver } from '#person/parts/link-to-hand-over.tsx'
import { dayIn } from '#platform/clock.ts'
import { RadioGroup } from '#ui/choices.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { type Reader, sayDate } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import type { OwnFeed } from '../queries/feed.ts'

interface Props {
  frame: Frame
  feed: OwnFeed | undefined
  reader: Reader
  now: Date
  /** Sentences by field. */
  problems?: Record<string, string>
}

/** The address at which somebody's calendar fetches their appointments: made, changed, renewed and ended here. */
export const CalendarPage = ({ frame, feed, reader, now, problems = {} }: Props) => {
  const t = words(frame.locale)
  const day = (at: Date) => dayIn(reader.timeZone, at)
  return (
    <Page title={t('calendar.title')} {...frame}>
      <PageTitle title={t('calendar.title')} overline={<a href="/settings">{personWords(frame.locale)('settings.title')}</a>}>
        {t('calendar.lead')}
      </PageTitle>
      <ErrorSummary locale={frame.locale} problems={problems} />
      {feed && <p class="soft">{t('calendar.since', { when: sayDate(day(feed.madeAt), day(now), frame.locale) })}</p>}
      <Form action={feed ? '/settings/calendar/titles' : '/settings/calendar'}>
        <RadioGroup
          name="show"
          label={t('calendar.show')}
          locale={frame.locale}
          value={feed?.withTitles ? 'titled' : 'plain'}
          error={problems.show}
          options={[
            { value: 'plain', label: t('calendar.plain'), hint: t('calendar.plain_hint') },
            { value: 'titled', label: t('calendar.titled'), hint: t('calendar.titled_hint') },
          ]}
        />
        <Actions>
          <Button kind="primary">{t(feed ? 'calendar.save' : 'calendar.make')}</Button>
        </Actions>
      </Form>
      {feed && <OtherAddress locale={frame.locale} withTitles={feed.withTitles} />}
    </Page>
  )
}

const OtherAddress = ({ locale, withTitles }: { locale: Frame['locale']; withTitles: boolean }) => {
  const t = words(locale)
  return (
    <section class="section">
      <h2>{t('calendar.lost')}</h2>
      <Form action="/settings/calendar" hidden={{ show: withTitles ? 'titled' : 'plain' }}>
        <p>{t('calendar.renew_what')}</p>
        <Actions>
          <Button>{t('calendar.renew')}</Button>
        </Actions>
      </Form>
      <Form action="/settings/calendar/end">
        <p>{t('calendar.end_what')}</p>
        <Actions>
          <Button kind="quiet">{t('calendar.end')}</Button>
        </Actions>
      </Form>
    </section>
  )
}

/** The address, the only time that it is shown. */
export const CalendarMadePage = ({ frame, link }: { frame: Frame; link: string }) => {
  const t = words(frame.locale)
  return (
    <Page title={t('calendar.made_title')} {...frame}>
      <PageTitle title={t('calendar.made_title')}>{t('calendar.made')}</PageTitle>
      <LinkToHandOver id="link" label={t('calendar.address')} link={link} />
      <Actions>
        <LinkButton href="/settings">{t('calendar.go_on')}</LinkButton>
      </Actions>
    </Page>
  )
}
