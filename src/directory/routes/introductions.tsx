import { Hono } from 'hono'
import { inside } from '#person/parts/frame.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, readForm, readTyped } from '#platform/web/read-form.ts'
import type { Upload } from '#platform/web/security.ts'
import { introduceMyself, leaveDirectory } from '../commands/introduction.ts'
import { portraitFrom, removePortrait, showPortrait } from '../commands/portrait.ts'
import { askToAccompany } from '../commands/request.ts'
import { alternatives, fits, portraitLimits } from '../directory.ts'
import { askForm, introductionForm, soughtForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { DirectoryPage } from '../pages/directory.tsx'
import { IntroductionPage, type IntroductionPageProps } from '../pages/introduction.tsx'
import { OwnIntroductionPage, type OwnIntroductionProps } from '../pages/own-introduction.tsx'
import { introductions, ownIntroduction, portraitOf } from '../queries/introductions.ts'
import { journeysToShow } from '../queries/journeys.ts'

export const introductionRoutes = new Hono<Env>()

/** One picture at a time. */
export const directoryUploads: readonly Upload[] = [{ path: /^\/facilitators\/mine\/portrait$/, bytes: portraitLimits.bytes }]

introductionRoutes.get('/facilitators', (c) => {
  const read = checkTyped(c.req.query(), soughtForm)
  const given = read.ok ? read.value : { q: '', language: null, hat: null, free: false }
  const sought = { text: given.q, language: given.language || null, hat: given.hat || null, onlyFree: Boolean(given.free) }
  return asPerson(c, async (db, me) => {
    const all = await introductions(db)
    const page = (
      <DirectoryPage
        frame={inside(c, me, c.req.query('done') === 'left' ? words(me.locale)('introduction.left') : undefined)}
        found={all.filter((one) => fits(one, sought))}
        isEmpty={all.length === 0}
        sought={sought}
        journey={asId(c.req.query('journey'))}
        introduced={all.some((one) => one.personId === me.personId)}
      />
    )
    return c.html(page)
  })
})

async function own(c: Ask, db: PersonDb, me: Me, wrong?: OwnIntroductionProps['wrong']) {
  return c.html(<OwnIntroductionPage frame={inside(c, me)} own={await ownIntroduction(db, me.personId)} wrong={wrong} />, wrong ? 422 : 200)
}

introductionRoutes.get('/facilitators/mine', (c) => asPerson(c, (db, me) => own(c, db, me)))

introductionRoutes.post('/facilitators/mine', async (c) => {
  const read = await readForm(c, introductionForm)
  return asPerson(c, async (db, me) => {
    if (!read.ok) return own(c, db, me, read)
    const { value } = read
    const texts = (['topics', 'howIWork'] as const).map((field) => ({ field, body: value[field], baseVersion: value[`version.${field}`] }))
    const conflicts = await introduceMyself(db, me, { ...value, texts })
    if (conflicts.length > 0) return own(c, db, me, { typed: read.typed, problems: {}, conflicts })
    return c.redirect(`/facilitators/${me.personId}?done=saved`, 303)
  })
})

introductionRoutes.post('/facilitators/mine/removal', (c) =>
  asPerson(c, async (db) => {
    await leaveDirectory(db)
    return c.redirect('/facilitators?done=left', 303)
  }),
)

introductionRoutes.post('/facilitators/mine/portrait', async (c) => {
  await readTyped(c)
  const sent = (await c.req.parseBody({ all: true })).picture
  const portrait = sent instanceof File ? await portraitFrom(new Uint8Array(await sent.arrayBuffer())) : null
  return asPerson(c, async (db, me) => {
    if (!portrait) return own(c, db, me, { portrait: true })
    await showPortrait(db, portrait)
    return c.redirect('/facilitators/mine#portrait', 303)
  })
})

introductionRoutes.post('/facilitators/mine/portrait/removal', (c) =>
  asPerson(c, async (db) => {
    await removePortrait(db)
    return c.redirect('/facilitators/mine#portrait', 303)
  }),
)

introductionRoutes.get('/facilitators/:id/portrait', (c) =>
  asPerson(c, async (db) => {
    const portrait = (await portraitOf(db, asId(c.req.param('id')) ?? absent())) ?? absent()
    return c.body(new Uint8Array(portrait), 200, {
      'content-type': 'image/webp',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  }),
)

async function show(c: Ask, db: PersonDb, me: Me, wrong?: IntroductionPageProps['wrong']) {
  const id = asId(c.req.param('id')) ?? absent()
  const all = await introductions(db)
  const introduction = all.find((one) => one.personId === id) ?? absent()
  const isMe = id === me.personId
  const flash = isMe && c.req.query('done') === 'saved' ? words(me.locale)('introduction.saved') : undefined
  const page = (
    <IntroductionPage
      frame={inside(c, me, flash)}
      introduction={introduction}
      isMe={isMe}
      journeys={isMe ? [] : await journeysToShow(db)}
      chosen={asId(c.req.query('journey'))}
      others={alternatives(all, introduction, me.personId)}
      wrong={wrong}
    />
  )
  return c.html(page, wrong ? 422 : 200)
}

introductionRoutes.get('/facilitators/:id', (c) => asPerson(c, (db, me) => show(c, db, me)))

introductionRoutes.post('/facilitators/:id/requests', async (c) => {
  const facilitatorId = asId(c.req.param('id')) ?? absent()
  const read = await readForm(c, askForm)
  return asPerson(c, async (db, me) => {
    if (!read.ok) return show(c, db, me, read)
    const { id, journey, lines, shown } = read.value
    const asked = await askToAccompany(db, { id, journeyId: journey, facilitatorId, lines, shown })
    if (asked.ok) return c.redirect(`/facilitators/requests/${id}?done=asked`, 303)
    if (asked.reason === 'absent') absent()
    const name = (await introductions(db)).find((one) => one.personId === facilitatorId)?.name ?? ''
    return show(c, db, me, { typed: read.typed, problems: {}, refusal: words(me.locale)(`ask.refused_${asked.reason}`, { name }) })
  })
})
