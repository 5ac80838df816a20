import { HelpRequestLines } from '#help/parts/help-request.tsx'
import type { HelpRequestRow } from '#help/queries/of-journey.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import { LinkButton } from '#ui/form.tsx'
import type { CycleProps } from './phase.ts'

/** Where one does not get any further: a way to somebody who can help, and what was asked in this cycle. */
export const Stuck = (props: CycleProps) => {
  const { whole, cycle, me, now, t } = props
  const asked = whole.helpRequests.filter((request) => request.cycle_id === cycle.id)
  const here = `/journeys/${whole.journey.id}`
  return (
    <section class="section stack" id="stuck" aria-labelledby="stuck-title">
      <h3 id="stuck-title">{t('stuck.title')}</h3>
      <p class="soft">{t('stuck.lead')}</p>
      <p>
        <LinkButton href={`${here}/help`}>{t('stuck.go')}</LinkButton>
      </p>
      {asked.length > 0 && (
        <LiveRegion id="help-of-cycle" topics={[me.personId]} at={now} src={here}>
          <HelpRequestLines requests={asked.map((row) => lineOf(row, props))} reader={me} now={now} />
        </LiveRegion>
      )}
    </section>
  )
}

/** Questions for help that the learner asked in a cycle, for whoever they let read them. */
export const QuestionsOfCycle = (props: CycleProps) => {
  const { whole, cycle, me, now, t } = props
  const asked = whole.helpRequests.filter((request) => request.cycle_id === cycle.id)
  if (asked.length === 0) return null
  return (
    <section class="section" aria-labelledby={`asked-${cycle.number}-title`}>
      <h3 id={`asked-${cycle.number}-title`}>{t('stuck.asked')}</h3>
      <HelpRequestLines requests={asked.map((row) => lineOf(row, props))} reader={me} now={now} />
    </section>
  )
}

const lineOf = (
  { id, state, given_back: givenBack, to_person_id: to, to_name, asked_at, texts }: HelpRequestRow,
  { me, whole }: CycleProps,
) => ({
  id,
  state,
  givenBack,
  mine: to !== me.personId,
  name: to === me.personId ? whole.journey.learner_name : to_name,
  goal: texts.find(({ field }) => field === 'goal')?.body ?? '',
  askedAt: new Date(asked_at),
})
