import { Hono } from 'hono'
import { iFacilitate } from '#library/queries.ts'
import { list } from '#platform/db/listing.ts'
import { asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { PracticeHome } from '../pages/practice.tsx'
import { frameOf } from '../parts/frame.ts'
import { casesOfMine, openCases } from '../queries/intervision.ts'
import { practiceEntries } from '../queries/journal.ts'
import { profileOf } from '../queries/profile.ts'
import { waitingInPractice } from '../queries/waiting.ts'

export const homeRoutes = new Hono<Env>()

homeRoutes.get('/practice', (c) =>
  asPerson(c, async (db, me) => {
    const [profile, entries, mine, open, waiting, facilitates] = await Promise.all([
      profileOf(db),
      practiceEntries(db),
      casesOfMine(db),
      openCases(db),
      list(db, waitingInPractice),
      iFacilitate(db),
    ])
    const frame = frameOf(c, me)
    return c.html(
      <PracticeHome
        frame={frame}
        profile={profile}
        entries={entries}
        mine={mine}
        open={open}
        waiting={waiting}
        facilitates={facilitates}
      />,
    )
  }),
)
