import type { Typed } from '#platform/web/read-form.ts'
import type { Locale } from '#platform/words/words.ts'
import { GroupField } from '#ui/field.tsx'
import { DateField, Select } from '#ui/fields.tsx'
import { Button } from '#ui/form.tsx'
import { words } from '../messages/index.ts'
import { type LocalTime, localTimeOf } from '../rules/local-time.ts'
import { lengths, limits } from '../scheduling.ts'

interface Props {
  locale: Locale
  /** Whose clock the times go by. */
  timeZone: string
  now: Date
  /** What came back, where the form was sent before. */
  typed?: Typed | undefined
  /** Sentences by field. */
  problems?: Readonly<Record<string, string>>
}

/** Whether a form was sent only to get more lines: the page comes again, with all that was typed. */
export const wantsMoreTimes = (typed: Typed): boolean => Boolean(typed.more)

/** Several times to choose from, one a line, and how long it takes. Goes into the page's own form; `timesFields` reads it. */
export const ProposeTimes = ({ locale, timeZone, now, typed = {}, problems = {} }: Props) => {
  const t = words(locale)
  const given = [typed.time ?? []].flat()
  const lines = Math.min(limits.times, Math.max(limits.timesOnAForm, given.length) + (wantsMoreTimes(typed) ? limits.timesOnAForm : 0))
  return (
    <>
      <GroupField
        field={{ name: 'time', locale, label: t('times.label'), hint: t('times.hint', { zone: zoneName(timeZone) }), error: problems.time }}
      >
        <ol class="list-field time-lines">
          {Array.from({ length: lines }, (_, index) => (
            <li>
              <input
                class="control control-date"
                type="datetime-local"
                name="time"
                id={`time-${index + 1}`}
                value={given[index] ?? ''}
                min={localTimeOf(now, timeZone)}
                aria-label={t('times.entry', { number: index + 1 })}
                aria-invalid={problems.time ? 'true' : undefined}
              />
            </li>
          ))}
        </ol>
        {lines < limits.times && (
          <Button kind="quiet" name="more" value="1">
            {t('times.more')}
          </Button>
        )}
      </GroupField>
      <Length locale={locale} value={typed.minutes} error={problems.minutes} />
    </>
  )
}

/** Another time for what is booked. Goes into the page's own form; `oneTimeFields` reads it. */
export const MoveTime = ({
  locale,
  timeZone,
  now,
  typed = {},
  problems = {},
  present,
}: Props & { present: { startsAt: Date; minutes: number } }) => {
  const t = words(locale)
  const at: LocalTime = String(typed.time ?? localTimeOf(present.startsAt, timeZone))
  return (
    <>
      <DateField
        name="time"
        label={t('times.new')}
        hint={t('times.new_hint', { zone: zoneName(timeZone) })}
        locale={locale}
        value={at}
        min={localTimeOf(now, timeZone)}
        error={problems.time}
        withTime
      />
      <Length locale={locale} value={typed.minutes ?? String(present.minutes)} error={problems.minutes} />
    </>
  )
}

const Length = ({ locale, value, error }: { locale: Locale; value: string | string[] | undefined; error: string | undefined }) => {
  const t = words(locale)
  return (
    <Select
      name="minutes"
      label={t('times.minutes')}
      locale={locale}
      value={String(value ?? 60)}
      error={error}
      width="half"
      options={lengths.map((minutes) => ({ value: String(minutes), label: t('times.length', { minutes }) }))}
    />
  )
}

const zoneName = (zone: string) => zone.replaceAll('_', ' ')
