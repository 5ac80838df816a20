import pg from 'pg'
import { asPersonOf, type PersonDb } from '#platform/db/bound.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import { testDatabase } from './database.ts'

export interface Person {
  organisationId: string
  personId: string
  name: string
}
export type CastName = 'amara' | 'jonas' | 'lena' | 'ines' | 'nour'

/** The people of every test: Amara and Jonas learn, Lena accompanies, Ines administers; Nour works next door, in another organisation. */
export interface Cast extends Record<CastName, Person> {
  database: Database
  owner: pg.Pool
  /** Runs as one of them, in one transaction under row-level security. */
  as<T>(person: Person, work: (db: PersonDb) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A fresh database with the cast in it. */
export async function cast(): Promise<Cast> {
  const fresh = await testDatabase()
  const database = openDatabase({ url: fresh.servingUrl, max: 4 })
  const owner = new pg.Pool({ connectionString: fresh.ownerUrl, max: 2 })
  owner.on('error', () => undefined)
  const organisation = async (name: string, host: string | null) => {
    const id = newId()
    await owner.query('insert into organisation (id, name, host, default_locale) values ($1, $2, $3, $4)', [id, name, host, 'de'])
    return id
  }
  const person = async (organisationId: string, name: string, email: string): Promise<Person> => {
    const personId = newId()
    await owner.query('insert into person (organisation_id, id, name) values ($1, $2, $3)', [organisationId, personId, name])
    await owner.query('insert into account (organisation_id, person_id, email, email_confirmed_at) values ($1, $2, $3, now())', [
      organisationId,
      personId,
      email,
    ])
    return { organisationId, personId, name }
  }
  const here = await organisation('Nordwerk', null)
  const nextDoor = await organisation('Südwerk', 'sued.localhost')
  const ines = await person(here, 'Ines Albrecht', 'ines@example.org')
  await owner.query(`insert into permission (organisation_id, id, person_id, kind) values ($1, $2, $3, 'admin')`, [
    here,
    newId(),
    ines.personId,
  ])
  return {
    amara: await person(here, 'Amara Okafor', 'amara@example.org'),
    jonas: await person(here, 'Jonas Petersen', 'jonas@example.org'),
    lena: await person(here, 'Lena Brandt', 'lena@example.org'),
    ines,
    nour: await person(nextDoor, 'Nour Haddad', 'nour@example.org'),
    database,
    owner,
    as: (who, work) => asPersonOf(database, who, work),
    close: async () => {
      await database.close()
      await owner.end()
      await fresh.drop()
    },
  }
}

/** Lets somebody accompany a journey, as if they had accepted an invitation and both had confirmed the same agreement. Gives its id. */
export async function accompanies(cast: Cast, facilitator: Person, journeyId: string): Promise<string> {
  const agreementId = newId()
  const learner = 'select learner_id from journey where id = $2'
  const statements = [
    `insert into agreement (organisation_id, id, journey_id, learner_id, facilitator_id, learner_ticked, facilitator_ticked, opened_at)
     select organisation_id, $1, id, learner_id, $3, true, true, now() from journey where id = $2`,
    `insert into agreement_version (organisation_id, id, agreement_id, journey_id, number, written_by, support_level, contact_rhythm, contact_weeks,
       reply_days, allowed_hats)
     select organisation_id, $1, $1, id, 1, learner_id, 'regular', 'weeks', 2, 3, '{facilitation,coaching,training}'
     from journey where id = $2 and $3::uuid is not null`,
    `insert into agreement_confirmation (organisation_id, version_id, person_id, agreement_id)
     select p.organisation_id, $1, p.id, $1 from person p where p.id in ($3, (${learner}))`,
    `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
     select p.organisation_id, gen_random_uuid(), $1, p.id, 'member', now(), (${learner}) from person p where p.id in ($3, (${learner}))`,
    `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
     select organisation_id, $1, id, $3, 'facilitator', now(), learner_id from journey where id = $2`,
  ]
  for (const statement of statements) await cast.owner.query(statement, [agreementId, journeyId, facilitator.personId])
  return agreementId
}
