import type { PropsWithChildren } from 'hono/jsx'
import { Fold } from '#ui/cards.tsx'
import { CheckboxGroup, RadioGroup } from '#ui/choices.tsx'
import { DateField, TextArea } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { possibleEvents } from '../journey.ts'
import { receivers, setAsideReasons } from '../rules/choices.ts'
import { passOnFields, setAsideFields } from '../rules/limits.ts'
import type { PhaseProps } from './phase.ts'
import { readersInWords } from './readers.tsx'
import { type FormState, formState } from './writing.tsx'

/** Ways out of a journey at work, by the names that the next move of a review gives them. */
export const waysOut = ['pause', 'set_aside', 'pass_on'] as const
export type Way = (typeof waysOut)[number]

/** The page with the ways out, one of them opened. */
export const toWayOut = (journeyId: string, way: Way): string => `/journeys/${journeyId}/ending?way=${way}`

const eventOf = { pause: 'pause', set_aside: 'setAside', pass_on: 'passOn' } as const
const forms = { pause: PauseFields, set_aside: SetAsideFields, pass_on: PassOnFields }

/** Every way that is possible from where the journey stands, each folded with its own form; `chosen` is open. */
export const WaysOut = ({ chosen, ...props }: PhaseProps & { chosen: Way | undefined }) => {
  const possible = possibleEvents(props.state, 'learner')
  const ways = waysOut.filter((way) => possible.includes(eventOf[way]))
  if (ways.length === 0) return <p>{props.t(props.whole.journey.status === 'draft' ? 'close.ending_draft' : 'close.ending_none')}</p>
  return (
    <div>
      {ways.map((way) => {
        const Fields = forms[way]
        return (
          <WayOut props={props} way={way} open={way === chosen || ways.length === 1}>
            <Fields props={props} form={formState(props, way)} />
          </WayOut>
        )
      })}
    </div>
  )
}

const titleKeys = { pause: 'close.pause', set_aside: 'close.set_aside_act', pass_on: 'close.pass_on_act' } as const
const howKeys = { pause: 'close.pause_how', set_aside: 'close.set_aside_how', pass_on: 'close.pass_on_how' } as const

const WayOut = ({ props, way, open, children }: PropsWithChildren<{ props: PhaseProps; way: Way; open: boolean }>) => {
  const { whole, me, t } = props
  return (
    <Fold id={way} summary={t(titleKeys[way])} open={open}>
      <p>{t(howKeys[way])}</p>
      <lotse-draft data-key={`ending:${whole.journey.id}:${way}`}>
        <Form id={`${way}-form`} action={`/journeys/${whole.journey.id}/ending`} hidden={{ way }}>
          <ErrorSummary locale={me.locale} problems={formState(props, way).errors} labels={labelsOf(props)} />
          {children}
          <Actions>
            <Button>{t(titleKeys[way])}</Button>
          </Actions>
        </Form>
      </lotse-draft>
    </Fold>
  )
}

const labelsOf = ({ t }: PhaseProps): Record<string, string> => ({
  resumeOn: t('close.pause_until'),
  reason: t('close.set_aside_reason'),
  note: t('close.set_aside_note'),
  parkedUntil: t('close.set_aside_until'),
  to: t('close.pass_on_to'),
  what: t('close.pass_on_what'),
  learned: t('close.pass_on_learned'),
})

type WayFieldsProps = { props: PhaseProps; form: FormState }

function PauseFields({ props: { me, today, t }, form }: WayFieldsProps) {
  return (
    <DateField
      locale={me.locale}
      name="resumeOn"
      label={t('close.pause_until')}
      hint={t('close.pause_until_hint')}
      optional
      min={today}
      value={form.typed('resumeOn', '')}
      error={form.error('resumeOn')}
    />
  )
}

function SetAsideFields({ props, form }: WayFieldsProps) {
  const { whole, me, today, t } = props
  const { locale } = me
  return (
    <>
      <RadioGroup
        locale={locale}
        name="reason"
        label={t('close.set_aside_reason')}
        value={form.typed('reason', '')}
        options={setAsideReasons.map((value) => ({ value, label: t(`close.reason.${value}`) }))}
        error={form.error('reason')}
        readers={readersInWords(props, whole.journey.id)}
      />
      <TextArea
        locale={locale}
        name="note"
        label={t('close.set_aside_note')}
        optional
        limit={setAsideFields.note.max}
        value={form.typed('note', '')}
        error={form.error('note')}
        readers={readersInWords(props, null)}
      />
      <DateField
        locale={locale}
        name="parkedUntil"
        label={t('close.set_aside_until')}
        optional
        min={today}
        value={form.typed('parkedUntil', '')}
        error={form.error('parkedUntil')}
      />
    </>
  )
}

function PassOnFields({ props, form }: WayFieldsProps) {
  const { whole, me, t } = props
  const { locale } = me
  const readers = readersInWords(props, whole.journey.id)
  return (
    <>
      <RadioGroup
        locale={locale}
        name="to"
        label={t('close.pass_on_to')}
        value={form.typed('to', '')}
        options={receivers.map((value) => ({ value, label: t(`close.receiver.${value}`) }))}
        error={form.error('to')}
      />
      <TextArea
        locale={locale}
        name="what"
        label={t('close.pass_on_what')}
        hint={t('close.pass_on_what_hint')}
        limit={passOnFields.what.max}
        value={form.typed('what', '')}
        error={form.error('what')}
        readers={readers}
      />
      <TextArea
        locale={locale}
        name="learned"
        label={t('close.pass_on_learned')}
        optional
        limit={passOnFields.learned.max}
        value={form.typed('learned', '')}
        error={form.error('learned')}
        readers={readers}
      />
      <CheckboxGroup
        locale={locale}
        name="receiverAgrees"
        label={t('close.read.receiver_agrees')}
        optional
        values={form.typedAll('receiverAgrees', [])}
        options={[{ value: 'yes', label: t('close.pass_on_agrees') }]}
      />
    </>
  )
}
