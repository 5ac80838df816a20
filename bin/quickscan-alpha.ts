import pg from 'pg'
import { readConfiguration } from '../src/platform/configuration.ts'
import { instrument, itemsOf } from '../src/quickscan/quickscan.ts'
import { type Reckoned, type Reckoning, reckon } from '../src/quickscan/rules/reliability.ts'
import { endWith } from './console.ts'
import { asOwner } from './database.ts'

/** At most this often, in days: results should not change their precision with every donation. */
const quarter = 90

/** `npm run quickscan-alpha`: reckons for each language how precise the self-test measures, from donated first scans, once there are enough. */
async function reckonPrecision() {
  const { version } = instrument
  await asOwner(readConfiguration(process.env), async (ownerUrl) => {
    const client = new pg.Client({ connectionString: ownerUrl })
    await client.connect()
    try {
      for (const language of ['de', 'en']) {
        console.log(`\nQuickScan ${version}, ${language}`)
        await reckonFor(client, version, language)
      }
    } finally {
      await client.end()
    }
  })
}

async function reckonFor(client: pg.Client, version: string, language: string) {
  const recent = await client.query(
    `select reckoned_on::text as day from scan_constants where instrument_version = $1 and language = $2 and reckoned_on > current_date - $3::int`,
    [version, language, quarter],
  )
  if (recent.rowCount) {
    console.log(`Reckoned on ${recent.rows[0].day}; the next time ${quarter} days later.`)
    return
  }
  const { rows } = await client.query<{ answers: number[] }>(
    `select answers from scan_donation where instrument_version = $1 and language = $2 and form = 'full' and first`,
    [version, language],
  )
  const found = reckon(rows.map(({ answers }) => answers.map((answer, index) => (turned[index] ? 7 - answer : answer))))
  for (const scale of found.scales) console.log(line(scale))
  console.log(conclusion(found, rows.length))
  if (!found.ok) return
  await client.query('insert into scan_constants (instrument_version, language, donations, constants) values ($1, $2, $3, $4)', [
    version,
    language,
    rows.length,
    JSON.stringify(found.constants),
  ])
}

const turned = itemsOf('full').map(({ reverse }) => reverse)

const line = ({ name, items, alpha, low, high, sd }: Reckoned) =>
  `${name.padEnd(16)} ${String(items).padStart(2)} statements  α ${alpha.toFixed(4)}  95 % ${low.toFixed(4)} to ${high.toFixed(4)}  SD ${sd.toFixed(1)}`

function conclusion(found: Reckoning, count: number): string {
  if (found.ok) return `From ${count} donated first scans. Results use these figures from now on; kept results keep theirs.`
  return found.scales.length === 0
    ? `${count} donated first scans; ${found.needed} are needed. The assumed figures stay.`
    : 'At least one α may lie below .50: the assumed figures stay, and its statements need work.'
}

await endWith(reckonPrecision)
