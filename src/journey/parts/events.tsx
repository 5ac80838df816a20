import { Fold } from '#ui/cards.tsx'
import { When } from '#ui/when.tsx'
import { eventNames } from '../journey.ts'
import type { PhaseProps } from './phase.ts'

/** What happened to the journey, newest first, with who did it where that was not its learner. */
export const CourseOfEvents = ({ whole, me, now, t }: PhaseProps) => (
  <Fold id="events" summary={t('shared.events')}>
    <ol class="events" reversed>
      {whole.events.toReversed().map((event) => (
        <li>
          <When at={new Date(event.at)} now={now} reader={me} />: {t(eventKey(event.name))}
        </li>
      ))}
    </ol>
  </Fold>
)

const eventKey = (name: string) => {
  const known = ['created' as const, 'supportChanged' as const, ...eventNames].find((candidate) => candidate === name)
  return known ? (`shared.event.${known}` as const) : ('shared.event.other' as const)
}
