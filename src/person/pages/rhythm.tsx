import { dayIn } from '#platform/clock.ts'
import type { Me } from '#platform/db/bound.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { CheckboxGroup } from '#ui/choices.tsx'
import { Select, TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import { asks } from '../forms.ts'
import { words } from '../messages/index.ts'
import { DaysOffField } from '../parts/days-off.tsx'
import type { Frame } from '../parts/frame.ts'
import { type Rhythm, weekdays } from '../rules/rhythm.ts'

interface Props {
  frame: Frame
  me: Me
  rhythm: Rhythm
  now: Date
  wrong?: { typed: Typed; problems: Problems }
}

/** When somebody learns, when they do not, and how often Lotse asks. */
export const RhythmPage = ({ frame, me, rhythm, now, wrong }: Props) => {
  const { locale } = me
  const t = words(locale)
  const problems = sayProblems(wrong?.problems ?? {}, locale)
  const typed = (name: string, kept: string) => [wrong?.typed[name] ?? kept].flat()[0] ?? ''
  const ticked = (name: string, kept: readonly string[]) => (wrong ? [wrong.typed[name] ?? []].flat() : kept)
  const days = weekdays.map((day) => ({ value: String(day), label: t(`rhythm.day.${day}`) }))
  const wanted = { daily: rhythm.daily, weekly: rhythm.weekly, after_step: rhythm.afterStep }
  const clock = (name: 'learningFrom' | 'learningTo' | 'weeklyAt') => (
    <TextField
      name={name}
      type="time"
      width="short"
      label={t(`rhythm.${name}`)}
      locale={locale}
      value={typed(name, rhythm[name])}
      error={problems[name]}
      required
    />
  )
  return (
    <Page title={t('rhythm.title')} {...frame}>
      <PageTitle title={t('rhythm.title')} overline={<a href="/settings">{t('settings.title')}</a>}>
        {t('rhythm.lead')}
      </PageTitle>
      <ErrorSummary locale={locale} problems={problems} />
      <Form action="/settings/rhythm">
        <div class="short-choices">
          <CheckboxGroup
            name="learningDays"
            label={t('rhythm.learningDays')}
            locale={locale}
            values={ticked('learningDays', rhythm.learningDays.map(String))}
            error={problems.learningDays}
            options={days}
          />
        </div>
        <div class="pair">
          {clock('learningFrom')}
          {clock('learningTo')}
        </div>
        <p class="small">{t('rhythm.zone', { zone: me.timeZone.replaceAll('_', ' ') })}</p>
        <DaysOffField
          label={t('rhythm.off')}
          hint={t('rhythm.off_hint')}
          locale={locale}
          daysOff={rhythm.daysOff}
          today={dayIn(me.timeZone, now)}
          typed={wrong?.typed}
          error={problems.offFrom}
        />
        <CheckboxGroup
          name="asks"
          label={t('rhythm.asks')}
          hint={t('rhythm.asks_hint')}
          locale={locale}
          values={ticked(
            'asks',
            asks.filter((ask) => wanted[ask]),
          )}
          error={problems.asks}
          options={asks.map((value) => ({ value, label: t(`rhythm.asks.${value}`), hint: t(`rhythm.asks.${value}_hint`) }))}
        />
        <div class="pair">
          <Select
            name="weeklyDay"
            label={t('rhythm.weeklyDay')}
            locale={locale}
            value={typed('weeklyDay', String(rhythm.weeklyDay))}
            error={problems.weeklyDay}
            options={days}
          />
          {clock('weeklyAt')}
        </div>
        <p class="small">{t('rhythm.readers')}</p>
        <Actions>
          <Button kind="primary">{t('settings.save')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}
