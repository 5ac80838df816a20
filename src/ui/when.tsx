import { type Day, fullDay, fullTime, type Reader, sayDay, sayTime } from './time.ts'

type WhenProps = { reader: Reader; now?: Date } & ({ at: Date; day?: never } | { day: Day; at?: never })

/** A time as people say it, with the full date on hover and for screen readers. Takes a moment (`at`) or a calendar day (`day`). */
export const When = ({ at, day, reader, now = new Date() }: WhenProps) => {
  const said = at ? sayTime(at, now, reader) : sayDay(day, now, reader)
  const full = at ? fullTime(at, reader) : fullDay(day, reader.locale)
  return (
    <time datetime={at ? at.toISOString() : day} title={full}>
      {said}
      <span class="unseen"> ({full})</span>
    </time>
  )
}
