import type { Reader } from '#ui/time.ts'
import { sayElsewhere, sayRange } from '../rules/in-words.ts'
import type { Attendee } from '../scheduling.ts'

type Props = { at: Date; minutes: number; people: readonly Attendee[]; reader: Reader & { personId: string }; now: Date }

/** Day and clock for whoever reads; and, where the clocks differ, what each of the others reads on theirs. */
export const WhenForEach = ({ at, minutes, people, reader, now }: Props) => {
  const elsewhere = sayElsewhere({ startsAt: at, people }, reader)
  return (
    <div class="when-for-each">
      <time datetime={at.toISOString()}>{sayRange(at, minutes, reader, now)}</time>
      {elsewhere && <p class="small soft">{elsewhere}</p>}
    </div>
  )
}
