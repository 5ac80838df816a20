import { Button, Form } from '#ui/form.tsx'
import type { PhaseProps } from './phase.ts'

/** Right after something was removed: that it was, and the way back. */
export const UndoNotice = ({ whole, removed, isLearner, t }: PhaseProps) =>
  removed && isLearner ? (
    <div class="undo" role="status">
      <span>{t('attempt.removed')}</span>
      <Form class="inline-form" action={`/journeys/${whole.journey.id}/removed`} hidden={{ ...removed, back: 'journey' }}>
        <Button kind="quiet">{t('attempt.undo')}</Button>
      </Form>
    </div>
  ) : null
