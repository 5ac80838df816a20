import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { sql } from 'kysely'
import type { OutputAsset, OutputChunk, RolldownOutput } from 'rolldown'
import { build } from 'vite'
import { newId } from '#platform/ids.ts'
import { type Live, openLive } from '#platform/live/live.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import { liveRoutes } from '#platform/live/routes.ts'
import { hashOf, newToken } from '#platform/sign-in/token.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import { isAutosave, savedAnswer } from '#platform/web/autosave.ts'
import { ConflictNotice } from '#platform/web/elements/conflict-notice.tsx'
import { sortOrder } from '#platform/web/elements/sort/sort-order.ts'
import { SortItem, SortList } from '#platform/web/elements/sort/sort-parts.tsx'
import type { Ask, Env } from '#platform/web/env.ts'
import { answerInPlace } from '#platform/web/in-place.ts'
import { readTyped } from '#platform/web/read-form.ts'
import { headers, sameOrigin } from '#platform/web/security.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { myAudiences, myTopics, passagesIn } from '#sharing/queries.ts'
import { ForBrowser } from '#ui/for-browser.tsx'
import { type Cast, cast, type Person } from '../cast.ts'

export interface TestPage {
  people: Cast
  /** What the page shows now. A tab that is closing still writes to its own. */
  journey: string
  /** Shows another, empty journey from now on. */
  begin(): Promise<void>
  origin: string
  /** What the server was asked, newest last. */
  asked: string[]
  /** As if the machine lost its server: every request is cut. */
  unreachable: boolean
  /** The steps as the server has them. */
  order: string[]
  signIn(person: Person): Promise<string>
  close(): Promise<void>
}

/** One page with everything that lives in a browser, on real texts, in front of real people. */
export async function testPage(): Promise<TestPage> {
  const [people, files] = await Promise.all([cast(), bundled()])
  const live = openLive({ database: people.database, topicsOf: myTopics })
  const page: TestPage = {
    people,
    journey: '',
    begin: async () => {
      page.journey = await begin(people)
      page.order = ['1', '2', '3']
    },
    origin: '',
    asked: [],
    unreachable: false,
    order: ['1', '2', '3'],
    signIn: (who) => signIn(people, who),
    close,
  }
  await page.begin()
  const app = testApp({ page, files, live })
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
      page.origin = `http://localhost:${port}`
      resolve(started)
    })
  })
  async function close() {
    live.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await people.close()
  }
  return page
}

/** An audience in which Amara learns and Lena accompanies. */
async function begin({ owner, amara, lena }: Cast): Promise<string> {
  const journey = newId()
  for (const [who, role] of [
    [amara, 'learner'],
    [lena, 'facilitator'],
  ] as const)
    await owner.query(
      'insert into membership (organisation_id, id, audience_id, person_id, role, reads_from) values ($1, $2, $3, $4, $5, now())',
      [who.organisationId, newId(), journey, who.personId, role],
    )
  return journey
}

async function signIn({ owner }: Cast, { organisationId, personId }: Person): Promise<string> {
  const token = newToken()
  await owner.query(
    `insert into sign_in (organisation_id, id, person_id, token_hash, expires_at) values ($1, $2, $3, $4, now() + interval '1 day')`,
    [organisationId, newId(), personId, hashOf(token)],
  )
  return token
}

/** The browser's files as they are shipped. */
async function bundled(): Promise<Map<string, string>> {
  const made = (await build({
    configFile: false,
    root: new URL('../..', import.meta.url).pathname,
    logLevel: 'error',
    build: { write: false, modulePreload: false, rolldownOptions: { input: 'src/browser.ts', output: { entryFileNames: 'browser.js' } } },
  })) as RolldownOutput
  return new Map(
    made.output.map((file: OutputChunk | OutputAsset) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source)]),
  )
}

function testApp({ page, files, live }: { page: TestPage; files: Map<string, string>; live: Live }): Hono<Env> {
  const app = new Hono<Env>()
  app.use(headers(), sameOrigin(), answerInPlace(), async (c, next) => {
    page.asked.push(`${c.req.method} ${c.req.path}`)
    const { organisationId } = page.people.amara
    c.set('database', page.people.database)
    c.set('organisation', { id: organisationId, host: null, name: 'Nordwerk', locale: 'de', timeZone: 'Europe/Berlin' })
    c.set('now', new Date())
    if (page.unreachable) return dropped(c)
    await next()
  })
  app.get('/browser.js', (c) => c.body(files.get('/browser.js')!, 200, { 'content-type': 'text/javascript' }))
  app.route('/', liveRoutes(live))
  app.get('/sign-in', (c) => c.html(<p>Anmelden</p>))
  app.post('/sign-out', async (c) => {
    const token = getCookie(c, 'sign_in') ?? ''
    await page.people.owner.query('delete from sign_in where token_hash = $1', [hashOf(token)])
    return c.redirect('/sign-in', 303)
  })
  app.get('/page', (c) => show(c, page))
  app.post('/order', async (c) => {
    const typed = await readTyped(c)
    page.order = sortOrder({ order: [typed.order ?? []].flat(), move: typed.move as string | undefined })
    return c.redirect('/page', 303)
  })
  app.post('/text/:journey', async (c) => {
    const typed = (await readTyped(c)) as Record<string, string>
    const journey = c.req.param('journey')
    return asPerson(c, async (db, me) => {
      const conflicts = await writePassages(db, {
        contextId: journey,
        subjectId: journey,
        audienceOf: () => journey,
        texts: [{ field: 'proposal', body: typed.wish ?? '', baseVersion: Number(typed['version.wish']) }],
      })
      await notifyChanged(db, journey)
      const now = (await passagesIn(db, journey)).find(({ authorId }) => authorId === me.personId)
      const named = conflicts.map(({ theirs, version }) => ({ name: 'wish', theirs, version }))
      if (isAutosave(c)) return savedAnswer(c, { versions: conflicts.length > 0 ? {} : { wish: now?.version ?? 0 }, conflicts: named })
      return conflicts.length > 0 ? show(c, page, named[0], typed.wish) : c.redirect('/page', 303)
    })
  })
  app.post('/slow', async (c) => {
    await new Promise((resolve) => setTimeout(resolve, 200))
    return c.redirect('/page#slow', 303)
  })
  app.post('/note', async (c) => {
    const { note = '', take } = (await readTyped(c)) as Record<string, string>
    if (take) return c.html(<NoteForm note={`${note} ${take}`} given />)
    if (note.length < 10) return c.html(<NoteForm note={note} problem="Bitte etwas mehr." />, 422)
    return c.redirect('/page', 303)
  })
  return app
}

/** Cuts the connection without an answer. */
function dropped(c: Ask): Response {
  ;(c.env as unknown as { incoming: { socket: { destroy(): void } } }).incoming.socket.destroy()
  return new Response(null)
}

const NoteForm = ({ note = '', problem, given }: { note?: string; problem?: string; given?: boolean }) => (
  <lotse-draft data-key="note">
    <form id="note-form" method="post" action="/note">
      {problem && (
        <p id="problems" tabindex={-1}>
          {problem}
        </p>
      )}
      <textarea id="note" name="note" data-limit="40" aria-invalid={problem ? 'true' : undefined} data-given={given ? '' : undefined}>
        {note}
      </textarea>
      <lotse-count for="note">höchstens 40 Zeichen</lotse-count>
      <button type="submit">Notieren</button>
      <button type="submit" name="take" value="Und wie?">
        Frage nehmen
      </button>
    </form>
  </lotse-draft>
)

type Clash = { name: string; theirs: string; version: number }

function show(c: Ask, page: TestPage, clash?: Clash, typed?: string): Promise<Response> {
  return asPerson(c, async (db, me) => {
    if (!(await myAudiences(db)).includes(page.journey)) absent()
    const passages = await passagesIn(db, page.journey)
    const mine = passages.find(({ authorId }) => authorId === me.personId)
    const { rows } = await sql<{ name: string }>`select name from person where id = any(${passages.map((one) => one.authorId)})`.execute(db)
    c.status(clash ? 409 : 200)
    return c.html(
      <html lang="de">
        <head>
          <meta charset="utf-8" />
          <title>Probe</title>
          <meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":"reload"}' />
          <script type="module" src="/browser.js" />
          <ForBrowser personId={me.personId} locale="de" />
        </head>
        <body>
          <LiveRegion id="others" topics={[page.journey]} at={c.var.now}>
            <details id="fold">
              <summary>Alle Texte</summary>
              <ul>
                {passages.map(({ id, body }) => (
                  <li id={`p-${id}`}>{body}</li>
                ))}
              </ul>
            </details>
            <p>{rows.length} Menschen</p>
          </LiveRegion>
          <lotse-draft data-key={`wish:${page.journey}`} data-autosave>
            <form id="wish-form" method="post" action={`/text/${page.journey}`}>
              <div class="field-body">
                <textarea name="wish">{typed ?? mine?.body}</textarea>
                {clash && <ConflictNotice locale="de" href="/page" {...clash} />}
              </div>
              <input type="hidden" name="version.wish" value={String(clash?.version ?? mine?.version ?? 0)} />
              <button type="submit">Fertig</button>
            </form>
          </lotse-draft>
          <NoteForm />
          <SortList form="order-form" action="/order" label="Schritte">
            {page.order.map((id) => (
              <SortItem form="order-form" id={id} name={`Schritt ${id}`} locale="de">
                Schritt {id}
              </SortItem>
            ))}
          </SortList>
          <lotse-copy>
            <input readonly value="https://example.org/x" aria-label="Link" />
          </lotse-copy>
          <form method="post" action="/sign-out">
            <button type="submit">Abmelden</button>
          </form>
        </body>
      </html>,
    )
  })
}
