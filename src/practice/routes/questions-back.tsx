import { Hono } from 'hono'
import * as v from 'valibot'
import { keepQuestion } from '#library/commands.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { id as anId } from '#platform/web/schemas.ts'
import { sayProblems } from '#ui/problems.ts'
import { askBack, takeBackQuestion, thankForQuestion } from '../commands/intervision.ts'
import { helpedForm, questionBackForm } from '../forms/intervision.ts'
import { CasePage } from '../pages/case.tsx'
import { frameOf } from '../parts/frame.ts'
import { wholeCase } from '../queries/intervision.ts'

/** Questions that come back to a case. */
export const questionBackRoutes = new Hono<Env>()

const idOf = (c: Ask, name: string) => asId(c.req.param(name)) ?? absent()
const back = (c: Ask, caseId: string, rest = '') => c.redirect(`/practice/cases/${caseId}${rest}#questions`, 303)

async function questionIn(db: PersonDb, caseId: string, questionId: string) {
  const whole = (await wholeCase(db, caseId)) ?? absent()
  return { whole, question: whole.questions.find(({ id }) => id === questionId) ?? absent() }
}

questionBackRoutes.post('/practice/cases/:id/questions', async (c) => {
  const caseId = idOf(c, 'id')
  const read = await readForm(c, questionBackForm)
  return asPerson(c, async (db, me) => {
    if (read.ok) return (await askBack(db, caseId, read.value.id, read.value.text)) ? back(c, caseId, '?done=sent') : absent()
    const whole = (await wholeCase(db, caseId)) ?? absent()
    const error = sayProblems(read.problems, me.locale).text ?? absent()
    const typed = { id: String(read.typed.id), text: String(read.typed.text ?? ''), error }
    return c.html(<CasePage frame={frameOf(c, me)} whole={whole} line={undefined} typed={typed} />, 422)
  })
})

questionBackRoutes.post('/practice/cases/:id/questions/:questionId/removal', (c) => {
  const [caseId, questionId] = [idOf(c, 'id'), idOf(c, 'questionId')]
  return asPerson(c, async (db) => ((await takeBackQuestion(db, questionId)) ? back(c, caseId) : absent()))
})

questionBackRoutes.post('/practice/cases/:id/questions/:questionId/thanks', async (c) => {
  const [caseId, questionId] = [idOf(c, 'id'), idOf(c, 'questionId')]
  const read = await readForm(c, helpedForm)
  const helped = read.ok ? read.value.helped === 'yes' : absent()
  return asPerson(c, async (db, me) => {
    const { whole } = await questionIn(db, caseId, questionId)
    if (whole.authorId !== me.personId) absent()
    await thankForQuestion(db, questionId, helped)
    return back(c, caseId)
  })
})

questionBackRoutes.post('/practice/cases/:id/questions/:questionId/adoption', async (c) => {
  const [caseId, questionId] = [idOf(c, 'id'), idOf(c, 'questionId')]
  const read = await readForm(c, v.object({ id: anId }))
  const newQuestion = read.ok ? read.value.id : absent()
  return asPerson(c, async (db, me) => {
    const { question } = await questionIn(db, caseId, questionId)
    const kept = await keepQuestion(db, me, newQuestion, {
      text: question.body,
      phase: 'evaluate',
      hat: 'facilitation',
      tag: null,
      shared: false,
    })
    return kept ? c.redirect(`/questions/${newQuestion}?done=adopted`, 303) : absent()
  })
})
