import { DaysOffField } from '#person/parts/days-off.tsx'
import type { Frame } from '#person/parts/frame.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import { words } from '../messages/index.ts'
import type { Rest } from '../rules/rest.ts'

interface Props {
  frame: Frame
  rest: Rest
  today: string
  wrong?: { typed: Typed; problems: Problems }
}

/** When Lotse writes to nobody. */
export const RestPage = ({ frame, rest, today, wrong }: Props) => {
  const { locale } = frame
  const t = words(locale)
  const problems = sayProblems(wrong?.problems ?? {}, locale)
  const clock = (name: 'from' | 'until', field: 'quietFrom' | 'quietUntil') => (
    <TextField
      name={field}
      type="time"
      width="short"
      label={t(`rest.${name}`)}
      locale={locale}
      value={String(wrong?.typed[field] ?? rest.quiet?.[name] ?? '')}
      error={problems[field]}
    />
  )
  return (
    <Page title={t('rest.title')} {...frame}>
      <PageTitle title={t('rest.title')} overline={<a href="/organisation">{frame.organisationName}</a>}>
        {t('rest.lead')}
      </PageTitle>
      <ErrorSummary locale={locale} problems={problems} />
      <Form action="/organisation/rest">
        <div class="pair">
          {clock('from', 'quietFrom')}
          {clock('until', 'quietUntil')}
        </div>
        <p class="small">{t('rest.hint')}</p>
        <DaysOffField
          label={t('rest.free')}
          hint={t('rest.free_hint')}
          locale={locale}
          daysOff={rest.freeDays}
          today={today}
          typed={wrong?.typed}
          error={problems.offFrom}
        />
        <Actions>
          <Button kind="primary">{t('organisation.save')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}
