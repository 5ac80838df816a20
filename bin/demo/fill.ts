import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'
import { fillDeputy } from './deputy.ts'
import { fillDirectory } from './directory.ts'
import { figures } from './figures.ts'
import { fillJourney } from './fill-journey.ts'
import { handover } from './handover.ts'
import { fillHelp } from './help.ts'
import { fillJournal } from './journal.ts'
import { fillMail } from './mail.ts'
import { firstWords, meeting } from './meeting.ts'
import { fillPractice } from './practice.ts'
import { report } from './report.ts'
import { fillScans } from './scans.ts'
import { fillSessions } from './sessions.ts'
import { type Cast, type DemoPerson, organisation, people } from './world.ts'

/** Whether somebody lives here already who is not of the demo world. */
export async function holdsRealData(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select 1 from organisation where name <> $1 limit 1', [organisation.name])
  return rows.length > 0
}

/** Fills an empty database with the demo world. `passwordHash` is the same for everybody. Does nothing where an organisation is already. */
export async function fillDemo(client: pg.Client, passwordHash: string): Promise<void> {
  const { rows } = await client.query('select 1 from organisation limit 1')
  if (rows.length > 0) return
  await client.query('begin')
  const cast = await fillPeople(client, passwordHash)
  for (const journey of [report, figures, handover, meeting, firstWords]) await fillJourney(client, cast, journey)
  await fillHelp(client, cast)
  await fillScans(client, cast)
  await fillPractice(client, cast)
  await fillDirectory(client, cast)
  await fillDeputy(client, cast)
  await fillMail(client, cast)
  await fillJournal(client, cast)
  await fillSessions(client, cast)
  await client.query('commit')
}

async function fillPeople(client: pg.Client, passwordHash: string): Promise<Cast> {
  const organisationId = newId()
  const { name, locale, timeZone } = organisation
  await client.query('insert into organisation (id, name, default_locale, time_zone) values ($1, $2, $3, $4)', [
    organisationId,
    name,
    locale,
    timeZone,
  ])
  const ids: Partial<Record<DemoPerson, string>> = {}
  for (const key of Object.keys(people) as DemoPerson[]) {
    const person = people[key]
    const id = newId()
    ids[key] = id
    const at = [organisationId, id]
    await client.query('insert into person (organisation_id, id, name, locale, time_zone) values ($1, $2, $3, $4, $5)', [
      ...at,
      person.name,
      person.locale,
      person.timeZone,
    ])
    await client.query('insert into account (organisation_id, person_id, email, email_confirmed_at) values ($1, $2, $3, now())', [
      ...at,
      person.email,
    ])
    await client.query('insert into password (organisation_id, person_id, hash) values ($1, $2, $3)', [...at, passwordHash])
    if (person.admin)
      await client.query(`insert into permission (organisation_id, id, person_id, kind) values ($1, $2, $3, 'admin')`, [
        organisationId,
        newId(),
        id,
      ])
  }
  return { organisationId, ...(ids as Record<DemoPerson, string>) }
}
