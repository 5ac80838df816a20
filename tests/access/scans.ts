import { newId } from '#platform/ids.ts'
import { assumed } from '#quickscan/quickscan.ts'
import type { Cast, Person } from '../cast.ts'
import type { plantAlso } from './world.ts'

type Plant = ReturnType<typeof plantAlso>

const donated = {
  instrument_version: '1.0.0',
  language: 'de',
  form: 'full',
  answers: `{${Array.from({ length: 24 }, () => 4)}}`,
  iso_year: 2026,
  iso_week: 2,
  first: true,
}

/** Amara's scans: for herself, shown to Lena who accompanies her, and to Milan who no longer does; and what is donated. */
export async function plantScans(plant: Plant, { amara, lena }: Cast, milan: Person): Promise<void> {
  const o = { organisation_id: amara.organisationId }
  const scan = async (name: string) => {
    const id = newId()
    const row = {
      ...o,
      id,
      person_id: amara.personId,
      form: 'full',
      instrument_version: '1.0.0',
      taken_on: '2026-01-05',
      constants: JSON.stringify(assumed),
    }
    await plant(name, 'scan', row, { actor: 'person_id' })
    return id
  }
  const own = await scan('a scan for herself')
  const shown = await scan('a scan shown to Lena')
  const once = await scan('a scan shown to Milan')
  const answers = (scanId: string) => ({ ...o, scan_id: scanId, answers: '{}' })
  await plant('her answers for herself', 'scan_private', answers(own), { change: "look_back = 'unsure'" })
  await plant('her answers in the scan for Lena', 'scan_private', answers(shown), { change: "look_back = 'unsure'" })
  const share = (scanId: string, reader: Person) => ({ ...o, id: newId(), scan_id: scanId, reader_id: reader.personId })
  await plant('that Lena sees a scan', 'scan_share', share(shown, lena), { change: 'until = now()' })
  await plant('that Milan saw a scan', 'scan_share', share(once, milan), { change: 'until = now()' })
  const offer = { ...o, person_id: amara.personId, occasion: 'first', subject_id: amara.personId }
  await plant('an offered scan she declined', 'scan_offer', offer, { actor: 'person_id' })
  await plant('a donation that waits', 'scan_donation_waiting', { id: newId(), ...donated })
  await plant('a donation', 'scan_donation', { id: newId(), ...donated })
  const reckoned = { id: newId(), instrument_version: '1.0.0', language: 'de', donations: 200, constants: JSON.stringify(assumed) }
  await plant('how precise a scan is', 'scan_constants', reckoned)
}
