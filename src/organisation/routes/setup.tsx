import { Hono } from 'hono'
import { outside } from '#person/parts/frame.ts'
import { RecoveryCodesPage } from '#person/parts/recovery-codes.tsx'
import { deviceOf } from '#platform/sign-in/sign-in.ts'
import type { Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { keepSignIn } from '#platform/web/sign-in-cookie.ts'
import { sayProblems } from '#ui/problems.ts'
import { setUpOrganisation, setupIsOpen } from '../commands/setup.ts'
import { setupForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { SetupGonePage, SetupPage } from '../pages/setup.tsx'
import { forgetHosts } from '../queries.ts'

export const setupRoutes = new Hono<Env>()

setupRoutes.get('/setup', async (c) => {
  c.header('cache-control', 'no-store')
  const token = c.req.query('token') ?? ''
  const frame = { ...outside(c), organisationName: undefined }
  if (!(await setupIsOpen(c.var.database, token))) return c.html(<SetupGonePage frame={frame} />, 404)
  return c.html(<SetupPage frame={frame} token={token} />)
})

// Recovery codes are shown in the answer itself: they are kept nowhere from which another page could take them.
setupRoutes.post('/setup', async (c) => {
  c.header('cache-control', 'no-store')
  const { database, origin, canMail, now } = c.var
  const frame = { ...outside(c), organisationName: undefined }
  const form = await readForm(c, setupForm)
  const token = String(form.typed.token ?? '')
  if (!(await setupIsOpen(database, token))) return c.html(<SetupGonePage frame={frame} />, 404)
  const again = (problems: Record<string, string>) =>
    c.html(<SetupPage frame={frame} token={token} typed={form.typed} problems={problems} />, 422)
  if (!form.ok) return again(sayProblems(form.problems, frame.locale))
  const device = deviceOf(c.req.header('user-agent'))
  const outcome = await setUpOrganisation(database, form.value, { token, origin, canMail, device, now })
  if (!outcome.ok)
    return outcome.reason === 'gone'
      ? c.html(<SetupGonePage frame={frame} />, 404)
      : again({ password: words(frame.locale)('problem.guessable') })
  forgetHosts(database)
  keepSignIn(c, outcome.begun)
  const { name, organisation, locale } = form.value
  const page = (
    <RecoveryCodesPage frame={{ ...frame, locale }} name={name} organisation={organisation} codes={outcome.codes} goOn="/organisation" />
  )
  return c.html(page)
})
