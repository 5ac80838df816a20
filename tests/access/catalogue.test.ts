import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database.ts'

let fresh: TestDatabase
let owner: pg.PoolClient
beforeAll(async () => {
  fresh = await testDatabase()
  owner = await fresh.ownerPool.connect()
})
afterAll(async () => {
  owner.release()
  await fresh.drop()
})

interface Held {
  /** Names what breaks the promise. */
  offenders: string
  /** Breaks it, to show that the query above would notice. */
  breach: string
}

/** Texts that are no passage, because nobody chooses their readers, and why. What has a closed list of values is no text of a person. */
const plainTexts = {
  'account.email': 'an address, read by the person and the administration',
  'appointment.time_zone': 'a setting',
  'calendar_invitation.time_zone': 'a setting',
  'calendar_invitation.mark': 'made by the program, for one calendar',
  'attachment.media_type': 'found by the server from the content',
  'attachment.name': 'read by whoever reads the note beside it',
  'competency_private.competency': 'a name out of the program',
  'contact_message.body': 'written by a visitor, read by the administration',
  'contact_message.email': 'given by a visitor, read by the administration',
  'contact_message.name': 'given by a visitor, read by the administration',
  'email_confirmation.email': 'an address that waits',
  'invitation.email': 'whom the inviter meant, read by the inviter alone',
  'journey_event.name': 'a name out of the program',
  'letter.recipient': 'an address, read by nobody but the job that sends',
  'migration.checksum': 'about the program',
  'migration.name': 'about the program',
  'need_answer.body': 'written by somebody without an account, read by the learner and by whoever holds the link',
  'organisation.host': 'about the installation',
  'organisation.name': 'known to everybody in it',
  'organisation.time_zone': 'a setting',
  'passage.body': 'the words themselves, with their audience beside them',
  'passage.field': 'a name out of the program',
  'password.hash': 'no words',
  'peer_view.competency': 'a name out of the program',
  'person.name': 'known to everybody in the organisation',
  'person.time_zone': 'a setting',
  'practice_aim_private.competency': 'a name out of the program',
  'proposal.question_id': 'a question that ships with the program',
  'prompt_shown.prompt_id': 'a question that ships with the program',
  'public_text.body': 'written by the administration for everybody',
  'rate_limit.key': 'a hash',
  'reflection.prompt_id': 'a question that ships with the program',
  'registration.email': 'an address that waits',
  'scan.instrument_version': 'about the program',
  'scan_constants.instrument_version': 'about the program',
  'scan_donation.instrument_version': 'about the program',
  'scan_donation_waiting.instrument_version': 'about the program',
  'setup_link.host': 'about the installation',
  'sign_in.device': 'said by the browser, read by the person alone',
}
/** Tables that lie outside every organisation, and why. */
const outsideOrganisations = {
  migration: 'the history of the schema',
  organisation: 'it is the organisation: its id is the key',
  rate_limit: 'attempts come before any organisation is known',
  scan_constants: 'figures about the instrument',
  scan_donation: 'it belongs to nobody and to no organisation',
  scan_donation_waiting: 'it belongs to nobody and to no organisation',
}
const names = (list: object) =>
  Object.keys(list)
    .map((name) => `'${name}'`)
    .join(', ')
const roles = `'lotse_serving', 'lotse_person', 'lotse_visitor', 'lotse_job'`
const tables = `pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`
const has = (column: string, table: string) => `exists (select from pg_attribute a where a.attrelid = ${table} and a.attname = '${column}')`
const keyHas = (column: string) =>
  `exists (select from unnest(k.conkey) n join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n where a.attname = '${column}')`
const callable = `pg_proc p join pg_namespace s on s.oid = p.pronamespace where s.nspname in ('public', 'graphile_worker')`

const promises: Record<string, Held> = {
  'every table has row-level security': {
    offenders: `select relname from ${tables} and not relrowsecurity`,
    breach: 'alter table passage disable row level security',
  },
  'the serving roles own nothing': {
    offenders: `select relname from pg_class where relowner in (select oid from pg_roles where rolname in (${roles}))
      union all select proname from pg_proc where proowner in (select oid from pg_roles where rolname in (${roles}))
      union all select nspname from pg_namespace where nspowner in (select oid from pg_roles where rolname in (${roles}))`,
    breach: 'grant create on schema public to lotse_person; alter table passage owner to lotse_person',
  },
  'no view reads with the rights of its owner': {
    offenders: `select relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
      and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
    breach: 'create view all_words as select * from passage',
  },
  'no function is open to everybody': {
    offenders: `select p.oid::regprocedure::text from ${callable}
      and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0 and a.privilege_type = 'EXECUTE')`,
    breach: `create function open_door() returns int language sql as 'select 1'`,
  },
  'no table is open to everybody': {
    offenders: `select relname from ${tables} and exists (select from aclexplode(c.relacl) a where a.grantee = 0)`,
    breach: 'grant select on person to public',
  },
  'every function that runs as the owner looks names up in one place only': {
    offenders: `select p.oid::regprocedure::text from ${callable} and s.nspname = 'public' and p.prosecdef
      and not coalesce('search_path=public, pg_temp' = any (p.proconfig), false)`,
    breach: `create function loose() returns int language sql security definer as 'select 1'`,
  },
  'every table carries its organisation in its primary key': {
    offenders: `select relname from ${tables} and c.relname not in (${names(outsideOrganisations)})
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and ${keyHas('organisation_id')})`,
    breach: 'create table astray (id uuid primary key)',
  },
  'no foreign key leads out of the organisation': {
    offenders: `select k.conname from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not ${keyHas('organisation_id')}`,
    breach:
      'alter table organisation add unique (name); create table astray (organisation_id uuid primary key, name text references organisation (name))',
  },
  'no foreign key leads out of the journey': {
    offenders: `select k.conname from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace
      and ${has('journey_id', 'k.conrelid')} and ${has('journey_id', 'k.confrelid')} and not ${keyHas('journey_id')}`,
    breach: 'alter table step add foreign key (organisation_id, carried_from_id) references step (organisation_id, id)',
  },
  'every text of a person is a passage': {
    offenders: `select c.relname || '.' || t.attname from pg_class c join pg_attribute t on t.attrelid = c.oid and t.attnum > 0 and not t.attisdropped
      join pg_type y on y.oid = t.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and y.typcategory = 'S' and c.relname || '.' || t.attname not in (${names(plainTexts)})
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and t.attnum = any (k.conkey)
        and pg_get_constraintdef(k.oid) ~ '= (ANY \\(ARRAY|'')')`,
    breach: 'alter table step add column remark text',
  },
  'pages reach the queue through its one function only': {
    offenders: `select r.rolname from pg_roles r where r.rolname in ('lotse_person', 'lotse_visitor', 'lotse_serving') and has_schema_privilege(r.oid, 'graphile_worker', 'usage')`,
    breach: 'grant usage on schema graphile_worker to lotse_person',
  },
  'the roles that serve have no power over the cluster': {
    offenders: `select rolname from pg_roles where rolname in (${roles}) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit)`,
    breach: 'alter role lotse_person inherit',
  },
  'only the serving role signs in, and it can take on the three roles and no other': {
    offenders: `select r.rolname from pg_roles r where r.rolname in (${roles}) and r.rolcanlogin and r.rolname <> 'lotse_serving'
      union all select g.rolname from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles r on r.oid = m.member
      where r.rolname in (${roles}) and (r.rolname <> 'lotse_serving' or g.rolname not in ('lotse_person', 'lotse_visitor', 'lotse_job'))`,
    breach: 'grant lotse_job to lotse_person',
  },
  'before it takes on a role, the serving role reads no table and calls no function': {
    offenders: `select relname from ${tables} and has_any_column_privilege('lotse_serving', c.oid, 'select, insert, update')
      union all select p.oid::regprocedure::text from ${callable} and has_function_privilege('lotse_serving', p.oid, 'execute')`,
    breach: 'grant select (id) on passage to lotse_serving',
  },
}

describe('the catalogue of the database keeps its promises:', () => {
  for (const [promise, { offenders, breach }] of Object.entries(promises)) {
    test(promise, async () => {
      const found = async () => (await owner.query({ text: offenders, rowMode: 'array' })).rows.flat()
      expect(await found()).toEqual([])
      await owner.query('begin')
      await owner.query(breach)
      const noticed = await found()
      await owner.query('rollback')
      expect(noticed).not.toEqual([])
    })
  }
})
