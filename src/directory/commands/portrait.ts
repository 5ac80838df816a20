import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { portraitLimits } from '../directory.ts'

/**
 * A picture as it is kept: square, small, WebP, without where and when it was taken. Null for what is no picture, or one that would take a
 * machine's memory to open. Up to `portraitLimits.bytes` are taken in.
 */
export async function portraitFrom(bytes: Uint8Array): Promise<Buffer | null> {
  if (bytes.length === 0 || bytes.length > portraitLimits.bytes) return null
  // Loaded for the few who send a picture: it brings a library of its own.
  const { default: sharp } = await import('sharp')
  const { side } = portraitLimits
  try {
    const { format } = await sharp(bytes, { limitInputPixels: portraitLimits.pixels }).metadata()
    if (format !== 'jpeg' && format !== 'png' && format !== 'webp') return null
    return await sharp(bytes, { limitInputPixels: portraitLimits.pixels })
      .autoOrient()
      .resize(side, side, { fit: 'cover', position: 'attention' })
      .webp({ quality: 82 })
      .toBuffer()
  } catch {
    return null
  }
}

/** Shows a picture beside one's introduction; it needs one. */
export async function showPortrait(db: PersonDb, content: Buffer): Promise<void> {
  await sql`insert into portrait (organisation_id, person_id, content) select my_organisation(), me(), ${content}
    from introduction i where i.organisation_id = my_organisation() and i.person_id = me()
    on conflict (organisation_id, person_id) do update set content = excluded.content, changed_at = now()`.execute(db)
}

/** Takes one's picture away. */
export async function removePortrait(db: PersonDb): Promise<void> {
  await sql`delete from portrait where organisation_id = my_organisation() and person_id = me()`.execute(db)
}
