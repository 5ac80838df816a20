import { newId } from '#platform/ids.ts'
import { GroupField } from '#ui/field.tsx'
import { signInput } from '../forms/identify.ts'
import { bodyOf, type SignView, versionOf } from '../queries/whole.ts'
import { signKinds } from '../rules/choices.ts'
import { challengeFields, successSignFields } from '../rules/limits.ts'
import type { PhaseProps } from './phase.ts'
import { readersInWords } from './readers.tsx'
import { type FormState, Theirs } from './writing.tsx'

type SignFieldsProps = { props: PhaseProps; state: FormState }

/** The signs of success: those there are and two more lines, up to the most there can be. */
export const SignFields = ({ props, state }: SignFieldsProps) => {
  const { whole, me, t } = props
  const { signs } = whole.challenge
  const typed = challengeFields.successSigns.most
  const lines = Math.min(typed, Math.max(lastFilled(state, signs) + 2, 3))
  const error = state.error(signInput(0, 'text'))
  return (
    <GroupField
      field={{
        name: 'signs',
        id: 'signs',
        locale: me.locale,
        label: t('identify.successSigns'),
        hint: t('identify.successSigns_hint'),
        error,
        readers: readersInWords(props, whole.journey.id),
      }}
    >
      <ol class="list-field sign-fields">
        {Array.from({ length: lines }, (_, slot) => (
          <SignLine props={props} state={state} slot={slot} sign={signs[slot]} />
        ))}
      </ol>
    </GroupField>
  )
}

const SignLine = ({ props, state, slot, sign }: SignFieldsProps & { slot: number; sign: SignView | undefined }) => {
  const { t } = props
  const [id, text, kind] = [signInput(slot, 'id'), signInput(slot, 'text'), signInput(slot, 'kind')]
  const chosen = state.typed(kind, sign?.kind ?? 'visible')
  const number = slot + 1
  return (
    <li>
      <div class="sign-line">
        <input type="hidden" name={id} value={state.typed(id, sign?.id ?? newId())} />
        <input type="hidden" name={`version.${text}`} value={String(state.version(text, sign ? versionOf(sign.texts, 'text') : 0))} />
        <textarea
          class="control control-words"
          rows={1}
          dir="auto"
          id={text}
          name={text}
          aria-label={t('identify.sign', { number })}
          aria-invalid={state.error(text) ? 'true' : undefined}
          aria-describedby={state.error(text) && slot > 0 ? `${text}-error` : undefined}
          data-limit={successSignFields.text.max}
        >
          {state.typed(text, sign ? bodyOf(sign.texts, 'text') : '')}
        </textarea>
        <select class="control" name={kind} aria-label={t('identify.sign_kind', { number })}>
          {signKinds.map((value) => (
            <option value={value} selected={value === chosen}>
              {t(`identify.sign_kind.${value}`)}
            </option>
          ))}
        </select>
        {slot > 0 && state.error(text) && (
          <p class="field-error" id={`${text}-error`}>
            {state.error(text)}
          </p>
        )}
        <Theirs props={props} state={state} name={text} />
      </div>
    </li>
  )
}

function lastFilled(state: FormState, signs: readonly SignView[]): number {
  const filled = Array.from({ length: challengeFields.successSigns.most }, (_, slot) => {
    const sign = signs[slot]
    return state.typed(signInput(slot, 'text'), sign ? bodyOf(sign.texts, 'text') : '') !== ''
  })
  return filled.lastIndexOf(true) + 1
}
