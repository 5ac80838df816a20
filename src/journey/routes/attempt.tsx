import { Hono } from 'hono'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, readForm, readTyped } from '#platform/web/read-form.ts'
import type { Upload } from '#platform/web/security.ts'
import { removeAttachment } from '../commands/attachment.ts'
import { replan } from '../commands/carry-over.ts'
import {
  changeObservation,
  recordObservation,
  removeObservation,
  type SavedObservation,
  setObservationAudience,
} from '../commands/observation.ts'
import { filesSent, newNoteForm, noteForm, readersForm, replanForm } from '../forms/attempt.ts'
import { versionTyped, withoutVersions } from '../forms/inputs.ts'
import { type JourneyWords, words } from '../messages/index.ts'
import { NotePage } from '../pages/note.tsx'
import type { PhaseProps, Refill } from '../parts/phase.ts'
import { refusedMove } from '../parts/refusal.ts'
import { attachmentContent } from '../queries/attachment.ts'
import { fileBytesMax, observationFields } from '../rules/limits.ts'
import { goOnOrSay } from './go-on.ts'
import { journeyProps, renderJourney } from './render-journey.tsx'

export const attemptRoutes = new Hono<Env>()

/** Notes take files, several at once. */
export const journeyUploads: readonly Upload[] = [
  { path: /^\/journeys\/[^/]+\/observations(\/[^/]+)?$/, bytes: observationFields.files.most * fileBytesMax },
]

const idOf = (c: Ask, name: string) => asId(c.req.param(name)) ?? absent()

attemptRoutes.post('/journeys/:id/observations', async (c) => {
  const typed = await readTyped(c)
  const sent = await filesSent(c)
  return asPerson(c, async (db, me) => {
    const id = idOf(c, 'id')
    const t = words(me.locale)
    const again = (refill: Partial<Refill>) => renderJourney(c, db, me, id, { form: 'note:new', typed, problems: {}, ...refill })
    const read = checkTyped(typed, newNoteForm)
    if (!read.ok) return again({ problems: read.problems })
    if (!sent.ok) return again({ refusal: t(`attempt.refused.${sent.reason}`, { name: sent.name }) })
    const { noteId, readers } = read.value
    const saved = await recordObservation(db, id, noteId, { ...noteOf(read.value, 0), files: sent.files, readers })
    if (saved.ok && saved.conflicts.length === 0) return c.redirect(`/journeys/${id}#note-${noteId}`, 303)
    if (!saved.ok && saved.reason !== 'absent') return again(refusalOf(t, saved))
    return afterConflict(c, await journeyProps(c, db, me, id), noteId, typed, saved)
  })
})

attemptRoutes.get('/journeys/:id/observations/:noteId', (c) =>
  asPerson(c, async (db, me) => notePage(c, await journeyProps(c, db, me, c.req.param('id')), idOf(c, 'noteId'))),
)

attemptRoutes.post('/journeys/:id/observations/:noteId', async (c) => {
  const typed = await readTyped(c)
  const sent = await filesSent(c)
  return asPerson(c, async (db, me) => {
    const [id, noteId, t] = [idOf(c, 'id'), idOf(c, 'noteId'), words(me.locale)]
    const page = async (refill: Partial<Refill>) => notePage(c, await journeyProps(c, db, me, id), noteId, { typed, ...refill })
    const read = checkTyped(typed, noteForm)
    if (!read.ok) return page({ problems: read.problems })
    if (!sent.ok) return page({ refusal: t(`attempt.refused.${sent.reason}`, { name: sent.name }) })
    const written = { ...noteOf(read.value, versionTyped(typed, 'text')), files: sent.files }
    const saved = await changeObservation(db, id, noteId, written)
    if (saved.ok && saved.conflicts.length === 0) return c.redirect(`/journeys/${id}#note-${noteId}`, 303)
    if (saved.ok) return afterConflict(c, await journeyProps(c, db, me, id), noteId, typed, saved)
    return saved.reason === 'too_many_files' ? page(refusalOf(t, saved)) : goOnOrSay(c, db, me, saved, '')
  })
})

const noteOf = ({ text, stepId, mood }: { text: string; stepId?: string; mood?: 'low' | 'ok' | 'good' | null }, baseVersion: number) => ({
  text: { body: text, baseVersion },
  stepId: stepId === '' ? null : stepId,
  mood,
})

const refusalOf = (t: JourneyWords, saved: Extract<SavedObservation, { ok: false }>): Partial<Refill> =>
  saved.reason === 'absent' ? {} : { refusal: t(`attempt.refused.${saved.reason}`) }

/** Both texts beside one another on the note's own page. */
function afterConflict(c: Ask, props: PhaseProps, noteId: string, typed: Refill['typed'], saved: SavedObservation) {
  if (!saved.ok) return absent()
  const conflicts = saved.conflicts.map(({ field, theirs, version }) => ({ name: field, theirs, version }))
  return notePage(c, props, noteId, { typed: withoutVersions(typed), conflicts })
}

function notePage(c: Ask, props: PhaseProps, noteId: string, refill?: Partial<Refill>): Response | Promise<Response> {
  const { whole, isLearner } = props
  const cycle = whole.cycles.find((candidate) => candidate.observations.some((note) => note.id === noteId)) ?? absent()
  const note = cycle.observations.find((candidate) => candidate.id === noteId)!
  if (!isLearner || cycle.state !== 'open') return c.redirect(`/journeys/${whole.journey.id}#note-${noteId}`, 303)
  const filled = refill && { form: 'note', typed: {}, problems: {}, ...refill }
  return c.html(<NotePage {...props} cycle={cycle} note={note} refill={filled} />, filled ? 422 : 200)
}

attemptRoutes.post('/journeys/:id/observations/:noteId/readers', async (c) => {
  const read = await readForm(c, readersForm)
  if (!read.ok) return absent()
  return asPerson(c, async (db, me) => {
    const noteId = idOf(c, 'noteId')
    return goOnOrSay(c, db, me, await setObservationAudience(db, idOf(c, 'id'), noteId, read.value.readers), `#note-${noteId}`)
  })
})

attemptRoutes.post('/journeys/:id/observations/:noteId/removal', (c) =>
  asPerson(c, async (db, me) => {
    const noteId = idOf(c, 'noteId')
    return goOnOrSay(c, db, me, await removeObservation(db, idOf(c, 'id'), noteId), `?removed=observation:${noteId}#notes`)
  }),
)

attemptRoutes.post('/journeys/:id/attachments/:fileId/removal', (c) =>
  asPerson(c, async (db, me) => {
    const fileId = idOf(c, 'fileId')
    const removed = await removeAttachment(db, idOf(c, 'id'), fileId)
    return goOnOrSay(c, db, me, removed, removed.ok ? `?removed=attachment:${fileId}#note-${removed.noteId}` : '')
  }),
)

attemptRoutes.get('/journeys/:id/attachments/:fileId', (c) =>
  asPerson(c, async (db) => {
    const file = (await attachmentContent(db, idOf(c, 'id'), idOf(c, 'fileId'))) ?? absent()
    const shown = /^(image|audio)\//.test(file.media_type) ? 'inline' : 'attachment'
    // Whatever the bytes hold: no script, no form, no frame, and no second guess at what they are.
    return c.body(new Uint8Array(file.content), 200, {
      'content-type': file.media_type === 'text/plain' ? 'text/plain; charset=utf-8' : file.media_type,
      'content-disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  }),
)

attemptRoutes.post('/journeys/:id/moves/replan', async (c) => {
  const read = await readForm(c, replanForm)
  if (!read.ok) return absent()
  return asPerson(c, async (db, me) => {
    const { whole, today, t } = await journeyProps(c, db, me, c.req.param('id'))
    const id = whole.journey.id
    const moved = await replan(db, id, read.value.changed ?? [], today)
    if (moved.ok) return c.redirect(`/journeys/${id}#plan`, 303)
    return moved.reason === 'absent' ? absent() : renderJourney(c, db, me, id, refusedMove(t, 'replan', moved))
  })
})
