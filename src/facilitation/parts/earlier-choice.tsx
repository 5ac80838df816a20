import { dayIn } from '#platform/clock.ts'
import type { Me } from '#platform/db/bound.ts'
import { CheckboxGroup } from '#ui/choices.tsx'
import { sayDate } from '#ui/time.ts'
import type { FacilitationWords } from '../messages/index.ts'
import type { EarlierItem } from '../queries/earlier.ts'

interface EarlierChoiceProps {
  items: readonly EarlierItem[]
  withheld: ReadonlySet<string>
  name: string
  me: Me
  now: Date
  t: FacilitationWords
}

/** Item by item, what somebody who accompanies sees of what lies behind. */
export const EarlierChoice = ({ items, withheld, name, me, now, t }: EarlierChoiceProps) => {
  const day = (at: Date | null) => (at ? sayDate(dayIn(me.timeZone, at), dayIn(me.timeZone, now), me.locale) : '')
  return (
    <>
      {items.map(({ id }) => (
        <input type="hidden" name="asked" value={id} />
      ))}
      <CheckboxGroup
        name="shown"
        locale={me.locale}
        label={t('earlier.label', { name })}
        hint={t('earlier.hint', { name })}
        values={items.filter(({ id }) => !withheld.has(id)).map(({ id }) => id)}
        options={items.map(({ id, kind, number, text, until }) => ({
          value: id,
          label: t(`earlier.${kind}`, { number, name: text, date: day(until) }),
          hint: kind === 'words' ? t('earlier.words_hint', { date: day(until) }) : text || undefined,
        }))}
      />
    </>
  )
}

/** Without a word of the learner, everything but what others wrote is shown. */
export const usuallyWithheld = (items: readonly EarlierItem[]): Set<string> =>
  new Set(items.filter(({ kind }) => kind === 'words').map(({ id }) => id))
