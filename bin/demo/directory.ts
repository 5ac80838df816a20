import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'
import type { Cast } from './world.ts'

const lena = {
  topics: 'Übergaben, schwierige Gespräche, vor anderen sprechen',
  howIWork:
    'Ich frage mehr, als ich sage, und halte Pausen gut aus. Am liebsten schauen wir gemeinsam auf etwas, das gerade wirklich ansteht. Was du entscheidest, entscheidest du.',
}
const ines = { topics: 'neue Software einführen, Besprechungen leiten', howIWork: '' }
const asking =
  'I would like to get our test reports down from two days to one. I have tried alone for a while and go in circles. Would you look at it with me every other week?'

/** Who introduces themselves, and that Jonas asked Lena yesterday. */
export async function fillDirectory(client: pg.Client, cast: Cast): Promise<void> {
  const o = cast.organisationId
  const introduce = async (personId: string, { topics, howIWork }: typeof lena, languages: string[], hats: string[], places: number) => {
    await client.query(
      'insert into introduction (organisation_id, person_id, languages, hats, places, reply_days) values ($1, $2, $3, $4, $5, 3)',
      [o, personId, languages, hats, places],
    )
    for (const [field, body] of Object.entries({ topics, howIWork })) {
      if (body) await write(client, { o, context: personId, field, author: personId, audience: o, body })
    }
  }
  await introduce(cast.lena, lena, ['de', 'en'], ['facilitation', 'coaching'], 4)
  await introduce(cast.ines, ines, ['de'], ['facilitation', 'training'], 2)

  const { rows } = await client.query(
    'select id from journey where organisation_id = $1 and learner_id = $2 order by created_at desc limit 1',
    [o, cast.jonas],
  )
  const [request, madeAt] = [newId(), "now() - interval '1 day'"]
  await client.query(
    `insert into facilitation_request (organisation_id, id, journey_id, learner_id, facilitator_id, made_at, answer_by)
     values ($1, $2, $3, $4, $5, ${madeAt}, ${madeAt} + interval '3 days')`,
    [o, request, rows[0].id, cast.jonas, cast.lena],
  )
  await client.query(
    `insert into membership (organisation_id, id, audience_id, person_id, role, since, reads_from, until, granted_by)
     select $1::uuid, gen_random_uuid(), $2::uuid, who.id, who.role, ${madeAt}, ${madeAt}, who.until, $3::uuid
     from (values ($3::uuid, 'learner', null), ($4::uuid, 'peer', ${madeAt} + interval '3 days')) as who (id, role, until)`,
    [o, request, cast.jonas, cast.lena],
  )
  await write(client, { o, context: request, field: 'lines', author: cast.jonas, audience: request, body: asking })
  await client.query(
    `insert into passage (organisation_id, id, context_id, subject_id, field, author_id, audience_id, body)
     select $1, gen_random_uuid(), $2, $2, 'title', $3, $2, t.body from passage t join challenge c on c.organisation_id = t.organisation_id and c.id = t.subject_id
     where t.organisation_id = $1 and c.journey_id = $4 and t.field = 'title' order by c.version desc limit 1`,
    [o, request, cast.jonas, rows[0].id],
  )
}

interface Written {
  o: string
  context: string
  field: string
  author: string
  audience: string
  body: string
}

const write = (client: pg.Client, { o, context, field, author, audience, body }: Written) =>
  client.query(
    `insert into passage (organisation_id, id, context_id, subject_id, field, author_id, audience_id, body) values ($1, $2, $3, $3, $4, $5, $6, $7)`,
    [o, newId(), context, field, author, audience, body],
  )
