import { Hono } from 'hono'
import { inside, visitingReader } from '#person/parts/frame.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { sayProblems } from '#ui/problems.ts'
import { publishText } from '../commands/text.ts'
import { draftOf } from '../content/drafts.ts'
import { textForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { TextPage } from '../pages/text.tsx'
import { EditTextPage, TextsPage } from '../pages/texts.tsx'
import { publicTextNow, versionsOf, writtenTexts } from '../queries.ts'
import { asLanguage, asTextKind, type Language, languageFor, type TextKind, textKinds } from '../site.ts'
import { forEverybodyFrom } from './public.ts'

export const textRoutes = new Hono<Env>()

for (const kind of textKinds) {
  textRoutes.get(`/${kind}`, (c) =>
    forEverybodyFrom(c, async (frame, db, me) => {
      const text = await publicTextNow(db, kind, languageFor(frame.locale))
      return c.html(<TextPage frame={frame} kind={kind} text={text} reader={me ?? visitingReader(c)} />)
    }),
  )
}

/** For everybody but administrators these pages do not exist. */
const asAdministrator = (c: Ask, work: (db: PersonDb, me: Me) => Promise<Response>): Promise<Response> =>
  asPerson(c, (db, me) => (me.isAdmin ? work(db, me) : absent()))

textRoutes.get('/organisation/texts', (c) =>
  asAdministrator(c, async (db, me) => {
    const flash = c.req.query('done') === 'published' ? words(me.locale)('texts.published') : undefined
    return c.html(<TextsPage frame={inside(c, me, flash)} written={await writtenTexts(db)} />)
  }),
)

const here = '/organisation/texts/:kind/:language'
const asked = (c: Ask): { kind: TextKind; language: Language } => ({
  kind: asTextKind(c.req.param('kind')) ?? absent(),
  language: asLanguage(c.req.param('language')) ?? absent(),
})

textRoutes.get(here, (c) =>
  asAdministrator(c, async (db, me) => {
    const { kind, language } = asked(c)
    const versions = await versionsOf(db, kind, language)
    const chosen = versions.find(({ version }) => String(version) === c.req.query('from')) ?? versions[0]
    const page = (
      <EditTextPage
        frame={inside(c, me)}
        kind={kind}
        language={language}
        body={chosen?.body ?? draftOf(kind, draftLocale(c, language), me.organisationName)}
        version={versions[0]?.version ?? 0}
        versions={versions}
        reader={me}
        now={c.var.now}
      />
    )
    return c.html(page)
  }),
)

/** A draft speaks to readers as the organisation does. */
const draftLocale = (c: Ask, language: Language) =>
  language === 'de' && c.var.organisation?.locale === 'de-formal' ? 'de-formal' : language

textRoutes.post(here, async (c) => {
  const form = await readForm(c, textForm)
  return asAdministrator(c, async (db, me) => {
    const { kind, language } = asked(c)
    const again = async (more: { version: number; preview?: boolean; problems?: Record<string, string>; showMeanwhile?: boolean }) => {
      const versions = await versionsOf(db, kind, language)
      const { showMeanwhile, ...rest } = more
      const page = (
        <EditTextPage
          frame={inside(c, me)}
          kind={kind}
          language={language}
          body={String(form.typed.body ?? '')}
          versions={versions}
          meanwhile={showMeanwhile ? versions[0] : undefined}
          reader={me}
          now={c.var.now}
          {...rest}
        />
      )
      return c.html(page, showMeanwhile ? 409 : more.problems ? 422 : 200)
    }
    const typedVersion = Number(form.typed.version) || 0
    if (!form.ok) return again({ version: typedVersion, problems: sayProblems(form.problems, me.locale) })
    if (form.typed.preview) return again({ version: form.value.version, preview: true })
    const { body, version } = form.value
    const outcome = await publishText(db, { kind, language, body, baseVersion: version })
    if (outcome.ok) return c.redirect('/organisation/texts?done=published', 303)
    const [latest] = await versionsOf(db, kind, language)
    return again({ version: latest?.version ?? 0, showMeanwhile: true })
  })
})
