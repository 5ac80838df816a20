import { languageOf } from '#platform/words/words.ts'
import { RadioGroup } from '#ui/choices.tsx'
import { TextField } from '#ui/fields.tsx'
import { Actions, Button } from '#ui/form.tsx'
import { nextMoves } from '../rules/choices.ts'
import { reframeFields } from '../rules/limits.ts'
import { unmetConditions } from '../rules/solved.ts'
import type { ReviewFieldsProps } from './evaluate-fields.tsx'
import type { PhaseProps } from './phase.ts'
import { othersInWords, readersInWords } from './readers.tsx'

/** The one decision at the end of a review, and the buttons that carry it out or leave it for later. */
export const NextMove = (props: ReviewFieldsProps) => {
  const { review, form, whole, me, refill, t } = props
  const others = othersInWords(props)
  const refused = refill?.form === 'review' ? refill.refusal : undefined
  return (
    <section class="section" aria-labelledby="next-move">
      <h3 id="next-move" class="unseen">
        {t('evaluate.next')}
      </h3>
      <RadioGroup
        locale={me.locale}
        name="nextMove"
        label={t('evaluate.next')}
        hint={t('evaluate.next_hint')}
        value={form.typed('nextMove', review.next_move ?? '')}
        options={nextMoves.map((value) => ({
          value,
          label: t(`evaluate.next_move.${value}`),
          hint:
            value === 'declare_solved' ? (solvedLacks(props) ?? t('evaluate.next_hint.declare_solved')) : t(`evaluate.next_hint.${value}`),
        }))}
        error={form.error('nextMove') ?? refused}
      />
      <div class="when when-reframe">
        <TextField
          locale={me.locale}
          name="reframeReason"
          label={t('evaluate.reframe_reason')}
          hint={t('evaluate.reframe_reason_hint')}
          optional
          limit={reframeFields.reason.max}
          value={form.typed('reframeReason', '')}
          error={form.error('reframeReason')}
          readers={readersInWords(props, whole.journey.id)}
        />
      </div>
      {others && !review.saved_at && <p class="small">{t('evaluate.decide_readers', { names: others })}</p>}
      <Actions>
        <Button kind="primary" name="do" value="decide">
          {t('evaluate.decide')}
        </Button>
        {review.saved_at ? (
          <Button name="do" value="take_back">
            {t('evaluate.take_back')}
          </Button>
        ) : (
          <Button name="do" value="share">
            {others ? t('evaluate.share') : t('evaluate.share_alone')}
          </Button>
        )}
        <Button kind="quiet" name="do" value="draft">
          {review.saved_at ? t('shared.save') : t('evaluate.keep_draft')}
        </Button>
      </Actions>
    </section>
  )
}

/** What "solved" still lacks by what is saved, the review in work included, in words; undefined where it lacks nothing. */
export function solvedLacks({ state, me, t }: Pick<PhaseProps, 'state' | 'me' | 't'>): string | undefined {
  const cycles = state.cycles.map((cycle) => (cycle.state === 'open' && cycle.review ? { ...cycle, state: 'reviewed' as const } : cycle))
  const unmet = unmetConditions(state.challenge, cycles)
  if (unmet.length === 0) return undefined
  const list = new Intl.ListFormat(languageOf(me.locale)).format(unmet.map((condition) => t(`evaluate.unmet.${condition}`)))
  return t('evaluate.solved_lacks', { what: list })
}
