import type { Typed } from '#platform/web/read-form.ts'
import type { Locale } from '#platform/words/words.ts'
import { CheckboxGroup, ListField, RadioGroup } from '#ui/choices.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import type { FacilitationWords } from '../messages/index.ts'
import { type Agreement, contactRhythms, agreementLimits as limits, type Terms } from '../rules/agreement.ts'
import { defaultHat, hats } from '../rules/hats.ts'
import { overridePhases, type SupportLevel } from '../rules/support-level.ts'

interface VersionFieldsProps {
  agreement: Pick<Agreement, 'learnerName' | 'facilitatorName'>
  /** What the inputs hold, by name: as it was typed, or as a version says it. */
  typed: Typed
  errors: Readonly<Record<string, string>>
  /** The support levels that can be chosen. */
  levels: readonly SupportLevel[]
  locale: Locale
  t: FacilitationWords
}

const further = hats.filter((hat) => hat !== defaultHat)

/** The fields of a version of the agreement, in the order of the letter. */
export const VersionFields = ({ agreement, typed, errors, levels, locale, t }: VersionFieldsProps) => {
  const one = (name: string) => [typed[name] ?? ''].flat()[0] ?? ''
  const all = (name: string) => [typed[name] ?? []].flat().filter((text) => text !== '')
  const field = (name: Exclude<keyof Terms, 'phaseOverrides'> | 'closerIn', person = '') => ({
    name,
    locale,
    label: t(`agreement.field.${name}`, { name: person }),
    error: errors[name],
  })
  const commitments = (name: 'learnerCommitments' | 'facilitatorCommitments', person: string) => (
    <ListField
      {...field(name, person)}
      hint={t('agreement.commitments_hint')}
      values={all(name)}
      entries={Math.min(all(name).length + 1, limits.commitments.most)}
      limit={limits.commitments.each}
    />
  )
  return (
    <>
      <TextField {...field('title')} value={one('title')} limit={limits.title} />
      <TextArea {...field('learningQuestion')} value={one('learningQuestion')} limit={limits.learningQuestion} rows={2} />
      <RadioGroup
        {...field('supportLevel')}
        value={one('supportLevel')}
        options={levels.map((value) => ({
          value,
          label: t(`agreement.level.${value}`),
          hint: t(`agreement.level.${value}_hint`),
        }))}
      />
      <div class="when when-farther short-choices">
        <CheckboxGroup
          {...field('closerIn')}
          optional
          values={all('closerIn')}
          options={overridePhases.map((value) => ({ value, label: t(`agreement.phase.${value}`) }))}
        />
      </div>
      <RadioGroup
        {...field('contactRhythm')}
        value={one('contactRhythm')}
        options={contactRhythms.map((value) => ({ value, label: t(`agreement.rhythm.${value}`) }))}
      />
      <div class="when when-weeks">
        <TextField {...field('contactWeeks')} value={one('contactWeeks')} {...limits.contactWeeks} type="number" width="short" />
      </div>
      <TextArea {...field('channel')} value={one('channel')} limit={limits.channel} rows={1} optional />
      <TextField {...field('replyDays')} value={one('replyDays')} {...limits.replyDays} type="number" width="short" />
      {commitments('learnerCommitments', agreement.learnerName)}
      {commitments('facilitatorCommitments', agreement.facilitatorName)}
      <CheckboxGroup
        {...field('allowedHats')}
        hint={t('agreement.hats_hint')}
        values={all('allowedHats')}
        options={further.map((value) => ({ value, label: t(`letter.hat.${value}`) }))}
      />
      <RadioGroup
        {...field('observationDefault')}
        value={one('observationDefault')}
        options={(['private', 'journey'] as const).map((value) => ({ value, label: t(`agreement.notes.${value}`) }))}
      />
      <TextArea {...field('confidential')} value={one('confidential')} limit={limits.confidential} rows={2} required />
      <TextArea {...field('learningTime')} value={one('learningTime')} limit={limits.learningTime} rows={1} optional />
      <TextField {...field('reviewAfterCycle')} value={one('reviewAfterCycle')} {...limits.reviewAfterCycle} type="number" width="short" />
    </>
  )
}

/** A version that is sent as it stands: the same inputs, unseen. */
export const UnseenVersion = ({ typed }: { typed: Typed }) => (
  <>{Object.entries(typed).flatMap(([name, given]) => [given].flat().map((value) => <input type="hidden" name={name} value={value} />))}</>
)
