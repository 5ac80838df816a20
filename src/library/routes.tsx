import { Hono } from 'hono'
import { inside } from '#person/parts/frame.ts'
import type { Me } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { changeQuestion, keepQuestion, removeQuestion } from './commands.ts'
import { changedQuestionForm, newQuestionForm, soughtIn } from './forms.ts'
import { allQuestions } from './library.ts'
import { words } from './messages/index.ts'
import { OwnQuestionPage } from './pages/own-question.tsx'
import { QuestionsPage } from './pages/questions.tsx'
import { colleaguesQuestions, ownQuestions } from './queries.ts'

/** The bank of questions, and those that somebody keeps beside it. */
export const libraryRoutes = new Hono<Env>()

const idOf = (c: Ask) => asId(c.req.param('id')) ?? absent()
const flashes = { kept: 'questions.done_kept', removed: 'questions.done_removed', adopted: 'own.adopted' } as const
const flashOf = (c: Ask, me: Me) => {
  const done = c.req.query('done')
  return done && Object.hasOwn(flashes, done) ? words(me.locale)(flashes[done as keyof typeof flashes]) : undefined
}

libraryRoutes.get('/questions', (c) =>
  asPerson(c, async (db, me) => {
    const [own, colleagues] = await Promise.all([ownQuestions(db), colleaguesQuestions(db)])
    const bank = allQuestions(me.locale)
    const frame = inside(c, me, flashOf(c, me))
    return c.html(<QuestionsPage frame={frame} sought={soughtIn(c.req.query())} bank={bank} own={own} colleagues={colleagues} />)
  }),
)

libraryRoutes.get('/questions/new', (c) => asPerson(c, (_, me) => c.html(<OwnQuestionPage frame={inside(c, me)} />)))

libraryRoutes.post('/questions', async (c) => {
  const read = await readForm(c, newQuestionForm)
  return asPerson(c, async (db, me) => {
    if (!read.ok) return c.html(<OwnQuestionPage frame={inside(c, me)} typed={read.typed} problems={read.problems} />, 422)
    const { id, ...kept } = read.value
    return (await keepQuestion(db, me, id, kept)) ? c.redirect('/questions?done=kept#own', 303) : absent()
  })
})

libraryRoutes.get('/questions/:id', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db, me) => {
    const question = (await ownQuestions(db)).find((own) => own.id === id) ?? absent()
    return c.html(<OwnQuestionPage frame={inside(c, me, flashOf(c, me))} question={question} />)
  })
})

libraryRoutes.post('/questions/:id', async (c) => {
  const id = idOf(c)
  const read = await readForm(c, changedQuestionForm)
  return asPerson(c, async (db, me) => {
    const question = (await ownQuestions(db)).find((own) => own.id === id) ?? absent()
    const again = { frame: inside(c, me), question, typed: read.typed }
    if (!read.ok) return c.html(<OwnQuestionPage {...again} problems={read.problems} />, 422)
    const { 'version.text': baseVersion, ...changed } = read.value
    const conflicts = (await changeQuestion(db, me, id, { ...changed, baseVersion })) ?? absent()
    if (conflicts.length > 0) return c.html(<OwnQuestionPage {...again} conflict={conflicts[0]} />, 409)
    return c.redirect('/questions?done=kept#own', 303)
  })
})

libraryRoutes.post('/questions/:id/removal', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db) => ((await removeQuestion(db, id)) ? c.redirect('/questions?done=removed#own', 303) : absent()))
})
