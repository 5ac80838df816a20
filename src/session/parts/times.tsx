import { ChooseTime } from '#scheduling/parts/choose-time.tsx'
import { ProposeTimes } from '#scheduling/parts/time-fields.tsx'
import { Fold } from '#ui/cards.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { sayProblems } from '#ui/problems.ts'
import { addressOf, isHost, type SessionProps } from './props.ts'

/** Times to choose from, as long as none is chosen; everybody may propose more. */
export const Times = (props: SessionProps) => {
  const { session, appointment, me, now, t, refill } = props
  if (session.state !== 'planned' || appointment?.state !== 'proposed') return null
  const mine = refill?.form === 'times' ? refill : undefined
  const problems = sayProblems(mine?.problems ?? {}, me.locale)
  const here = `${addressOf(session)}/times`
  const choosing = isHost(props) ? { chooseAt: `${here}/choice` } : {}
  return (
    <section id="times" class="stack">
      <h2>{t('page.times')}</h2>
      <ChooseTime appointment={appointment} me={me} now={now} answerTo={`${here}/answers`} {...choosing} />
      <Fold id="more-times" summary={t('page.more_times')} open={mine !== undefined}>
        <Form action={here} id="more-times-form">
          <ErrorSummary locale={me.locale} problems={problems} />
          <ProposeTimes locale={me.locale} timeZone={me.timeZone} now={now} typed={mine?.typed} problems={problems} />
          <Actions>
            <Button>{t('page.propose')}</Button>
          </Actions>
        </Form>
      </Fold>
    </section>
  )
}
