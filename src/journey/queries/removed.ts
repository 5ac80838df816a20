import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'

export const removableKinds = ['step', 'need', 'observation', 'attachment', 'success_sign'] as const
export type RemovableKind = (typeof removableKinds)[number]

/** Something in the bin: its words, and the words of what it belonged to where that has some. `removed_at` is an ISO string. */
export interface RemovedThing {
  kind: RemovableKind
  id: string
  words: string
  belongs_to: string | null
  removed_at: string
}

/** Days for which what was removed can be brought back. */
export const binDays = 30

/** What the learner removed in a journey in the last 30 days, the latest first; nothing for anybody else. */
export async function removedThings(db: PersonDb, journeyId: string): Promise<RemovedThing[]> {
  const { rows } = await sql<RemovedThing>`
    with gone as (
      select 'step' as kind, id, 'what' as field, null::uuid as parent_id, null as parent_field, null as name, removed_at from step
        where organisation_id = my_organisation() and journey_id = ${journeyId}::uuid and removed_at is not null
      union all
      select 'need', id, 'text', step_id, 'what', null, removed_at from need
        where organisation_id = my_organisation() and journey_id = ${journeyId}::uuid and removed_at is not null
      union all
      select 'observation', id, 'text', null, null, null, removed_at from observation
        where organisation_id = my_organisation() and journey_id = ${journeyId}::uuid and removed_at is not null
      union all
      select 'attachment', id, null, observation_id, 'text', name, removed_at from attachment
        where organisation_id = my_organisation() and journey_id = ${journeyId}::uuid and removed_at is not null
      union all
      select 'success_sign', id, 'text', null, null, null, removed_at from success_sign
        where organisation_id = my_organisation() and journey_id = ${journeyId}::uuid and removed_at is not null
    )
    select gone.kind, gone.id, coalesce(gone.name, own.body, '') as words, parent.body as belongs_to,
      to_char(gone.removed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as removed_at
    from gone
    left join passage own on own.organisation_id = my_organisation() and own.subject_id = gone.id and own.field = gone.field
      and own.author_id = me()
    left join passage parent on parent.organisation_id = my_organisation() and parent.subject_id = gone.parent_id
      and parent.field = gone.parent_field and parent.author_id = me()
    where gone.removed_at > now() - make_interval(days => ${binDays}) and ${journeyId}::uuid = any (array(select audiences_i_steer()))
    order by gone.removed_at desc, gone.id`.execute(db)
  return rows
}

/** Where a thing stands on the page of its journey, as a fragment. */
export function placeOf(kind: RemovableKind, id: string): string {
  if (kind === 'step') return `#step-${id}`
  return kind === 'observation' ? `#note-${id}` : kind === 'success_sign' ? '#challenge' : ''
}
