import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'
import { assumed, instrument, itemsOf, score } from '../../src/quickscan/quickscan.ts'
import type { Cast } from './world.ts'

/** Amara's self-tests, before her first journey and lately, as answers in the order of the statements; the second one she shows to Lena. */
const taken = [
  { daysAgo: 170, answers: '443422422334334423333333' },
  { daysAgo: 4, answers: '544532532435624243554434' },
]

export async function fillScans(client: pg.Client, cast: Cast): Promise<void> {
  for (const { daysAgo, answers } of taken) {
    const given = Object.fromEntries(itemsOf('full').map(({ id }, index) => [id, Number(answers[index])]))
    const { dimensions: v, overall } = score(given, 'full')
    const scan = [cast.organisationId, newId()]
    await client.query(
      `insert into scan (organisation_id, id, person_id, form, instrument_version, taken_on, goal, plan, try, network, reflect, drive, overall, constants)
       values ($1, $2, $3, 'full', $4, current_date - $5::int, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...scan,
        cast.amara,
        instrument.version,
        daysAgo,
        v.goal,
        v.plan,
        v.try,
        v.network,
        v.reflect,
        v.drive,
        overall,
        JSON.stringify(assumed),
      ],
    )
    await client.query('insert into scan_private (organisation_id, scan_id, answers) values ($1, $2, $3)', [...scan, JSON.stringify(given)])
    if (daysAgo < 30)
      await client.query('insert into scan_share (organisation_id, id, scan_id, reader_id) values ($1, $2, $3, $4)', [
        cast.organisationId,
        newId(),
        scan[1],
        cast.lena,
      ])
  }
}
