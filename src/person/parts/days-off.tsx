import type { Typed } from '#platform/web/read-form.ts'
import type { Locale } from '#platform/words/words.ts'
import { GroupField } from '#ui/field.tsx'
import { DateField } from '#ui/fields.tsx'
import { words } from '../messages/index.ts'
import { type DaysOff, mostDaysOff } from '../rules/rhythm.ts'

interface Props {
  label: string
  hint: string
  locale: Locale
  daysOff: readonly DaysOff[]
  today: string
  typed: Typed | undefined
  error: string | undefined
}

/** Stretches that are not over yet, and two empty lines, as `offFrom` and `offTo`. What is over is forgotten with the next saving. */
export const DaysOffField = ({ label, hint, locale, daysOff, today, typed, error }: Props) => {
  const t = words(locale)
  const ahead = daysOff.filter(({ to }) => to >= today)
  const [from, to] = typed
    ? ['offFrom', 'offTo'].map((name) => [typed[name] ?? []].flat())
    : [ahead.map((off) => off.from), ahead.map((off) => off.to)]
  const rows = Math.min(mostDaysOff, typed ? from!.length : ahead.length + 2)
  return (
    <GroupField field={{ name: 'offFrom', label, hint, locale, ...(error ? { error } : {}) }}>
      {Array.from({ length: rows }, (_, index) => (
        <div class="pair">
          <DateField name="offFrom" id={`off-from-${index}`} label={t('rhythm.off_from')} locale={locale} value={from![index] ?? ''} />
          <DateField name="offTo" id={`off-to-${index}`} label={t('rhythm.off_to')} locale={locale} value={to![index] ?? ''} />
        </div>
      ))}
    </GroupField>
  )
}
