import { sql } from 'kysely'
import type { DueKind } from '#person/rules/due-line.ts'
import { asVisitor, type PersonDb } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import { hashOf } from '#platform/sign-in/token.ts'
import { type DigestChoice, laterDays } from '../rules/summary.ts'

/** What somebody answers to a summary; `usual` takes back the others, and stands in no mail. */
export const answers = ['later', 'less', 'off', 'usual'] as const
export type Answer = (typeof answers)[number]

/** Takes an answer from whoever holds the link of a mail, signed in or not. The same answer twice is one. @returns false where there is no such link */
export function answerDigest(
  database: Database,
  organisationId: string,
  { token, answer, now }: { token: string; answer: Answer; now: Date },
): Promise<boolean> {
  const pauseUntil = new Date(now.getTime() + laterDays * 24 * 3_600_000)
  return asVisitor(database, organisationId, async (db) => {
    const { rows } = await sql<{
      found: boolean
    }>`select answer_digest(${hashOf(token)}, ${answer}, ${pauseUntil}::timestamptz) as found`.execute(db)
    return rows[0]!.found
  })
}

export interface Wanted {
  often: DigestChoice['often']
  titles: boolean
  /** Of every kind how often; what is left out stays as it was. */
  kinds: Partial<Record<DueKind, 'usual' | 'less' | 'off'>>
}

/** Sets how often somebody wants to be written to, and of what. A kind that is chosen anew begins anew: what was ignored before no longer counts. */
export async function changeWanted(db: PersonDb, { often, titles, kinds }: Wanted): Promise<void> {
  await sql`update digest_choice set often = ${often}, titles = ${titles}::boolean, later_until = null,
      next_at = case when ${often} = 'off' then null else now() end
    where organisation_id = my_organisation() and person_id = me()`.execute(db)
  await sql`insert into reminder_choice as c (organisation_id, person_id, kind, often)
    select my_organisation(), me(), k.key, k.value from jsonb_each_text(${JSON.stringify(kinds)}::jsonb) k
    where k.value <> coalesce((select o.often from reminder_choice o
      where o.organisation_id = my_organisation() and o.person_id = me() and o.kind = k.key), 'usual')
    on conflict (organisation_id, person_id, kind) do update set often = excluded.often, chosen_at = now()`.execute(db)
}
