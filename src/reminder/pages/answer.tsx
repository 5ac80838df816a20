import type { Frame } from '#person/parts/frame.ts'
import { dayIn } from '#platform/clock.ts'
import { Actions, Button, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { type Reader, sayDate } from '#ui/time.ts'
import { type Answer, answers } from '../commands/choices.ts'
import { words } from '../messages/index.ts'
import type { DigestChoice } from '../rules/summary.ts'

interface Props {
  frame: Frame
  token: string
  now: Date
  reader: Reader
  /** What holds; undefined where the link leads nowhere. */
  behind: { often: DigestChoice['often']; laterUntil: Date | null } | undefined
  /** What the link in the mail was about. */
  asked?: Answer | undefined
}

/** Behind the links at the end of a summary: later, less often, off, without signing in. Opening it changes nothing. */
export const AnswerPage = ({ frame, token, now, reader, behind, asked }: Props) => {
  const t = words(frame.locale)
  if (!behind)
    return (
      <Page title={t('mail.gone_title')} {...frame} scripts={[]}>
        <PageTitle title={t('mail.gone_title')}>{t('mail.gone')}</PageTitle>
        <Settings frame={frame} />
      </Page>
    )
  const { often, laterUntil } = behind
  const isPaused = often !== 'off' && laterUntil !== null && laterUntil > now
  const possible: Record<Answer, boolean> = {
    later: often !== 'off' && !isPaused,
    less: often === 'daily',
    off: often !== 'off',
    usual: often !== 'daily' || isPaused,
  }
  const offered = answers.filter((answer) => possible[answer])
  return (
    <Page title={t('mail.title')} {...frame} scripts={[]}>
      <PageTitle title={t('mail.title')}>{t('mail.lead')}</PageTitle>
      <p>
        {t(`mail.now.${often}`)}
        {isPaused &&
          ` ${t('mail.paused', { day: sayDate(dayIn(reader.timeZone, laterUntil), dayIn(reader.timeZone, now), reader.locale) })}`}
      </p>
      <Actions>
        {offered.map((answer) => (
          <Form action={`/mail/${token}/${answer}`} class="inline-form">
            <Button kind={answer === asked ? 'primary' : 'secondary'}>{t(`answer.${answer}`)}</Button>
          </Form>
        ))}
      </Actions>
      <p>{t('mail.settings_what')}</p>
      <Settings frame={frame} />
    </Page>
  )
}

const Settings = ({ frame }: { frame: Frame }) => (
  <p>
    <a href="/settings/mail">{words(frame.locale)('mail.settings')}</a>
  </p>
)
