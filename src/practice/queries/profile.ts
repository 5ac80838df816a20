import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Level, SelfView, View } from '../rules/competency.ts'

/** How this person has seen their own competencies, the newest day first, and the one they practise. */
export async function profileOf(db: PersonDb): Promise<{ selfViews: SelfView[]; aim: string | null }> {
  const [days, aims] = await Promise.all([
    sql<{ day: string; levels: Record<string, Level> }>`
      select seen_on::text as day, jsonb_object_agg(competency, level) as levels from competency_private
      where organisation_id = my_organisation() and person_id = me() group by seen_on order by seen_on desc`.execute(db),
    sql<{ competency: string }>`select competency from practice_aim_private
      where organisation_id = my_organisation() and person_id = me()`.execute(db),
  ])
  return { selfViews: days.rows, aim: aims.rows[0]?.competency ?? null }
}

/** What one person was asked about the behaviours of one competency, and what they said; null: nothing yet. */
export interface PeerView {
  id: string
  askerId: string
  askerName: string
  peerId: string
  peerName: string
  competency: string
  askedAt: Date
  answers: Record<string, View> | null
}

/** Every view that this person asked for or was asked for, the newest first. */
export async function peerViews(db: PersonDb): Promise<PeerView[]> {
  const { rows } = await sql<{
    id: string
    asker_id: string
    asker_name: string
    peer_id: string
    peer_name: string
    competency: string
    asked_at: Date
    answers: Record<string, View> | null
  }>`
    select v.id, v.asker_id, a.name as asker_name, v.peer_id, p.name as peer_name, v.competency, v.asked_at, v.answers from peer_view v
    join person a on a.organisation_id = v.organisation_id and a.id = v.asker_id
    join person p on p.organisation_id = v.organisation_id and p.id = v.peer_id
    where v.organisation_id = my_organisation() and (v.asker_id = me() or v.peer_id = me()) order by v.asked_at desc`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    askerId: row.asker_id,
    askerName: row.asker_name,
    peerId: row.peer_id,
    peerName: row.peer_name,
    competency: row.competency,
    askedAt: row.asked_at,
    answers: row.answers,
  }))
}
