import type { Frame } from '#person/parts/frame.ts'
import { type NewsKind, newsKinds, type ReminderKind, reminderKinds } from '#person/rules/due-line.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { Fold, Note } from '#ui/cards.tsx'
import { CheckboxGroup, RadioGroup } from '#ui/choices.tsx'
import { Select } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import type { Reader } from '#ui/time.ts'
import { When } from '#ui/when.tsx'
import { words } from '../messages/index.ts'
import type { Addressee } from '../queries/digest.ts'
import type { Choices } from '../rules/budget.ts'

interface Props {
  frame: Frame
  to: Addressee
  choices: Choices
  /** When the next summary may come; null: never. */
  next: Date | null
  canMail: boolean
  reader: Reader
  now: Date
  wrong?: { typed: Typed; problems: Problems }
}

/** What comes by mail, when, and how it comes less often. */
export const WantedPage = (props: Props) => {
  const { frame, to, wrong } = props
  const { locale } = frame
  const t = words(locale)
  const problems = sayProblems(wrong?.problems ?? {}, locale)
  const often = String(wrong?.typed.often ?? to.digest.often)
  return (
    <Page title={t('wanted.title')} {...frame}>
      <PageTitle title={t('wanted.title')} overline={<a href="/settings">{t('wanted.back')}</a>}>
        {t('wanted.lead')}
      </PageTitle>
      <HowItStands {...props} />
      <ErrorSummary locale={locale} problems={problems} />
      <Form action="/settings/mail">
        <RadioGroup
          name="often"
          label={t('wanted.often')}
          locale={locale}
          value={often}
          error={problems.often}
          options={(['daily', 'weekly', 'off'] as const).map((value) => ({ value, label: t(`wanted.often.${value}`) }))}
        />
        <CheckboxGroup
          name="titles"
          label={t('wanted.titles')}
          hint={t('wanted.titles_hint')}
          locale={locale}
          values={(wrong ? wrong.typed.titles : to.titles) ? ['yes'] : []}
          options={[{ value: 'yes', label: t('wanted.titles_yes') }]}
        />
        <div>
          <Fold
            id="reminders"
            summary={t('wanted.reminders')}
            open={wrong !== undefined || reminderKinds.some((kind) => (props.choices[kind]?.often ?? 'usual') !== 'usual')}
          >
            <p class="small">{t('wanted.reminders_hint')}</p>
            {reminderKinds.map((kind) => (
              <Reminder {...props} kind={kind} />
            ))}
          </Fold>
          <Fold id="news-more" summary={t('wanted.news')} open={wrong !== undefined}>
            <p class="small">{t('wanted.news_hint')}</p>
            {(['learning', 'accompanying', 'together'] as const).map((about) => (
              <News {...props} about={about} />
            ))}
          </Fold>
        </div>
        <Actions>
          <Button kind="primary">{t('wanted.save')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

const HowItStands = ({ frame, to, next, canMail, reader, now }: Props) => {
  const t = words(frame.locale)
  if (!canMail) return <Note>{t('wanted.no_server')}</Note>
  if (!to.isConfirmed)
    return (
      <Note>
        <p>{t('wanted.unconfirmed')}</p>
        <p>
          <a href="/settings/email">{t('wanted.confirm')}</a>
        </p>
      </Note>
    )
  if (to.digest.often === 'off') return null
  return (
    <p>
      {next ? t('wanted.next') : t('wanted.never')} {next && <When at={next} reader={reader} now={now} />}
      <br />
      <a href="/settings/rhythm">{t('wanted.when')}</a>
    </p>
  )
}

const Reminder = ({ frame, choices, wrong, kind }: Props & { kind: ReminderKind }) => {
  const t = words(frame.locale)
  const often = choices[kind]?.often ?? 'usual'
  const rests = often === 'stopped'
  return (
    <Select
      name={kind}
      label={t(`wanted.kind.${kind}`)}
      locale={frame.locale}
      hint={rests ? t('wanted.stopped_why') : undefined}
      value={String(wrong?.typed[kind] ?? (rests ? '' : often))}
      options={[
        ...(rests ? [{ value: '', label: t('wanted.stopped') }] : []),
        ...(['usual', 'less', 'off'] as const).map((value) => ({ value, label: t(`wanted.${value}`) })),
      ]}
      width="half"
    />
  )
}

const newsAbout: Record<'learning' | 'accompanying', readonly NewsKind[]> = {
  learning: ['proposal', 'answer', 'need_answered', 'help_answered', 'request_back', 'case_consent'],
  accompanying: ['review_shared', 'accompany_asked', 'case_open', 'practice_answered'],
}
const together = newsKinds.filter((kind) => !Object.values(newsAbout).flat().includes(kind))

const News = ({ frame, choices, wrong, about }: Props & { about: keyof typeof newsAbout | 'together' }) => {
  const t = words(frame.locale)
  return (
    <CheckboxGroup
      name="news"
      id={`news-${about}`}
      label={t(`wanted.news_${about}`)}
      locale={frame.locale}
      values={wrong ? [wrong.typed.news ?? []].flat() : newsKinds.filter((kind) => choices[kind]?.often !== 'off')}
      options={(about === 'together' ? together : newsAbout[about]).map((value) => ({ value, label: t(`wanted.kind.${value}`) }))}
    />
  )
}
