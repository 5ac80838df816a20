import { Hono } from 'hono'
import { iFacilitate } from '#library/queries.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { type FormRead, type Problems, readForm } from '#platform/web/read-form.ts'
import { answerCase, changeCase, removeCase, withdrawCase, writeCase } from '../commands/intervision.ts'
import { type CaseField, caseFields, changedCaseForm, consentForm, newCaseForm } from '../forms/intervision.ts'
import { words } from '../messages/index.ts'
import { CasePage } from '../pages/case.tsx'
import { CaseFormPage } from '../pages/case-form.tsx'
import { CasesPage } from '../pages/cases.tsx'
import { frameOf } from '../parts/frame.ts'
import { casesOfMine, namesFoundIn, openCases, wholeCase } from '../queries/intervision.ts'
import { whomIAccompanied } from '../queries/journal.ts'

/** Cases: written, agreed to, read, withdrawn. */
export const caseRoutes = new Hono<Env>()

const idOf = (c: Ask) => asId(c.req.param('id')) ?? absent()
const to = (c: Ask, id: string, done: string) => c.redirect(`/practice/cases/${id}?done=${done}`, 303)

const flashes = ['asked', 'published', 'removed', 'withdrawn', 'yes', 'no', 'sent'] as const
const flashOf = (c: Ask, me: Me, name = '') => {
  const done = flashes.find((one) => one === c.req.query('done'))
  return done && words(me.locale)(`cases.done_${done}`, { name })
}

caseRoutes.get('/practice/cases', (c) =>
  asPerson(c, async (db, me) => {
    const [mine, open, facilitates] = await Promise.all([casesOfMine(db), openCases(db), iFacilitate(db)])
    return c.html(<CasesPage frame={frameOf(c, me, flashOf(c, me))} mine={mine} open={open} facilitates={facilitates} />)
  }),
)

caseRoutes.get('/practice/cases/new', (c) =>
  asPerson(c, async (db, me) => c.html(<CaseFormPage frame={frameOf(c, me)} learners={await whomIAccompanied(db)} />)),
)

/** What the words still need before they go anywhere: a look at the names in them, and, about nobody, the author's word for it. */
async function missing(
  db: PersonDb,
  me: Me,
  sent: Record<CaseField, string> & { checked: boolean; declared: boolean },
  aboutNobody: boolean,
) {
  const found = sent.checked ? [] : await namesFoundIn(db, caseFields.map((field) => sent[field]).join('\n'), me.organisationName)
  const problems: Problems = aboutNobody && !sent.declared ? { declared: { code: 'required' } } : {}
  return { names: found, problems, any: found.length > 0 || Object.keys(problems).length > 0 }
}

caseRoutes.post('/practice/cases', async (c) => {
  const read = await readForm(c, newCaseForm)
  return asPerson(c, async (db, me) => {
    const learners = await whomIAccompanied(db)
    const again = { frame: frameOf(c, me), learners, typed: read.typed }
    if (!read.ok) return c.html(<CaseFormPage {...again} problems={read.problems} />, 422)
    const { id, about, ...sent } = read.value
    const learner = learners.find(({ personId }) => personId === about)
    if (about !== 'nobody' && !learner) return c.html(<CaseFormPage {...again} problems={{ about: { code: 'not_a_choice' } }} />, 422)
    const { any, names, problems } = await missing(db, me, sent, !learner)
    if (any) return c.html(<CaseFormPage {...again} names={names} problems={problems} />, 422)
    const texts = caseFields.map((field) => ({ field, body: sent[field], baseVersion: 0 }))
    const written = await writeCase(db, { id, learnerId: learner?.personId ?? null, texts })
    return written ? to(c, id, learner ? 'asked' : 'published') : absent()
  })
})

async function found(db: PersonDb, id: string) {
  const [whole, mine] = await Promise.all([wholeCase(db, id), casesOfMine(db)])
  return { whole: whole ?? absent(), line: mine.find((line) => line.id === id) }
}

async function mine(db: PersonDb, id: string) {
  const { whole, line } = await found(db, id)
  return line?.isMine ? { whole, line } : absent()
}

caseRoutes.get('/practice/cases/:id', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db, me) => {
    const shown = await found(db, id)
    return c.html(<CasePage frame={frameOf(c, me, flashOf(c, me, shown.line?.learnerName ?? ''))} {...shown} />)
  })
})

caseRoutes.get('/practice/cases/:id/words', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db, me) => c.html(<CaseFormPage frame={frameOf(c, me)} change={await mine(db, id)} />))
})

caseRoutes.post('/practice/cases/:id/words', async (c) => {
  const id = idOf(c)
  const read = await readForm(c, changedCaseForm)
  return asPerson(c, async (db, me) => {
    const change = await mine(db, id)
    const again = { frame: frameOf(c, me), change, typed: read.typed }
    if (!read.ok) return c.html(<CaseFormPage {...again} problems={read.problems} />, 422)
    const sent = read.value
    const { any, names, problems } = await missing(db, me, sent, change.line.learnerName === null)
    if (any) return c.html(<CaseFormPage {...again} names={names} problems={problems} />, 422)
    const texts = caseFields.map((field) => ({ field, body: sent[field], baseVersion: sent[`version.${field}`] }))
    const conflicts = await changeCase(db, id, texts, change.line.learnerName === null)
    if (conflicts.length > 0) return c.html(<CaseFormPage {...again} conflicts={conflicts} />, 409)
    return to(c, id, change.line.learnerName ? 'asked' : 'published')
  })
})

caseRoutes.post('/practice/cases/:id/removal', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db) => ((await removeCase(db, id)) ? c.redirect('/practice/cases?done=removed', 303) : absent()))
})

caseRoutes.post('/practice/cases/:id/consent', async (c) => {
  const id = idOf(c)
  const read: FormRead<{ answer: 'yes' | 'no'; seen: string }> = await readForm(c, consentForm)
  const { answer, seen } = read.ok ? read.value : absent()
  return asPerson(c, async (db, me) => {
    const outcome = await answerCase(db, id, answer, seen)
    if (outcome === 'absent') return absent()
    if (outcome === 'done') return to(c, id, answer)
    return c.html(<CasePage frame={frameOf(c, me)} {...(await found(db, id))} textChanged />, 409)
  })
})

caseRoutes.post('/practice/cases/:id/withdrawal', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db) => ((await withdrawCase(db, id)) ? c.redirect('/practice/cases?done=withdrawn', 303) : absent()))
})
