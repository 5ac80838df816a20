import type { Problems, Typed } from '#platform/web/read-form.ts'
import type { Locale } from '#platform/words/words.ts'
import { DateField, Select } from '#ui/fields.tsx'
import { sayProblems } from '#ui/problems.ts'
import { words } from '../messages/index.ts'
import { type Recurrence, weeksApart } from '../scheduling.ts'

interface Props {
  locale: Locale
  /** How it recurs until now. */
  present?: Recurrence | null
  /** Every so many weeks is what was agreed elsewhere; null where nothing was. */
  agreedWeeks?: number | null
  typed?: Typed | undefined
  problems?: Readonly<Record<string, string>>
}

/** Sentences for a form with these fields: a last day that comes before the first is told as that. */
export const sayRepeatProblems = (problems: Problems, locale: Locale): Record<string, string> => ({
  ...sayProblems(problems, locale),
  ...(problems.until?.code === 'out_of_range' && { until: words(locale)('repeat.early') }),
})

/** Whether it recurs, how often, and until when. Goes into the page's own form; `repeatFields` reads it. */
export const Repeat = ({ locale, present, agreedWeeks, typed = {}, problems = {} }: Props) => {
  const t = words(locale)
  return (
    <div class="repeat">
      <Select
        name="weeks"
        label={t('repeat.label')}
        hint={agreedWeeks ? t('repeat.agreed', { weeks: agreedWeeks }) : undefined}
        locale={locale}
        value={String(typed.weeks ?? present?.weeks ?? '')}
        error={problems.weeks}
        width="half"
        options={[
          { value: '', label: t('repeat.once') },
          ...weeksApart.map((weeks) => ({ value: String(weeks), label: t('repeat.every', { weeks }) })),
        ]}
      />
      <DateField
        name="until"
        label={t('repeat.until')}
        hint={t('repeat.until_hint')}
        locale={locale}
        value={String(typed.until ?? present?.until ?? '')}
        error={problems.until}
        optional
      />
    </div>
  )
}
