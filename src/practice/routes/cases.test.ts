import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../../tests/cast.ts'
import { journeyInPlan } from '../../../tests/under-way.ts'
import { casesOfMine, openCases, wholeCase } from '../queries/intervision.ts'

let all: Cast
let browser: Ask
/** Lena and Ines accompany; Jonas accompanies nobody. */
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
  const journeyId = await journeyInPlan(all, all.amara)
  await accompanies(all, all.lena, journeyId)
  await accompanies(all, all.ines, await journeyInPlan(all, all.jonas))
})
afterAll(() => all.close())

const words = {
  caseTitle: 'Ich helfe zu früh',
  caseSituation: 'Jemand zögert, und ich antworte, bevor die Frage fertig ist.',
  caseQuestion: 'Was hilft mir, still zu bleiben?',
}
const send = (form: object, who = all.lena) => browser.post('/practice/cases', { ...words, ...form }, who)
const post = (id: string, path: string, form = {}, who = all.lena) => browser.post(`/practice/cases/${id}${path}`, form, who)
const open = (who: Person) => all.as(who, openCases)
const read = (who: Person, id: string) => all.as(who, (db) => wholeCase(db, id))
const line = async (who: Person, id: string) => (await all.as(who, casesOfMine)).find((one) => one.id === id)

async function asked(): Promise<string> {
  const id = newId()
  expect((await send({ id, about: all.amara.personId })).status).toBe(303)
  return id
}
const agree = async (id: string, answer = 'yes') =>
  post(id, '/consent', { answer, seen: (await line(all.amara, id))!.wordsHash }, all.amara)
const changed = (title: string, version: number) => ({
  ...words,
  caseTitle: title,
  'version.caseTitle': String(version),
  'version.caseSituation': '1',
  'version.caseQuestion': '1',
})

test('a case about a learner is read by the two of them until the learner agrees, and then by whoever accompanies, nobody else', async () => {
  const id = await asked()
  expect(await browser.get('/today', all.amara).then((answer) => answer.text())).toContain(`/practice/cases/${id}`)
  for (const person of [all.amara, all.lena]) expect((await read(person, id))?.texts.caseTitle.body).toBe('Ich helfe zu früh')
  for (const person of [all.ines, all.jonas, all.nour]) expect(await read(person, id)).toBeUndefined()
  expect((await post(id, '/consent', { answer: 'yes', seen: (await line(all.lena, id))!.wordsHash })).status).toBe(404)
  expect((await agree(id)).status).toBe(303)
  expect((await open(all.ines)).map((one) => one.id)).toContain(id)
  expect((await read(all.ines, id))?.texts.caseQuestion.body).toBe(words.caseQuestion)
  expect((await browser.get(`/practice/cases/${id}`, all.ines)).status).toBe(200)
  for (const person of [all.jonas, all.nour]) {
    expect(await open(person)).toEqual([])
    expect(await read(person, id)).toBeUndefined()
  }
  const shown = await (await browser.get(`/practice/cases/${id}`, all.ines)).text()
  expect(shown).not.toContain('Amara')
  const { rows } = await all.as(all.ines, (db) => db.selectFrom('case_consent').selectAll().execute()).then((found) => ({ rows: found }))
  expect(rows).toEqual([])
})

test('one changed word closes it again until the learner agrees to the new words; an answer to the old ones counts for nothing', async () => {
  const id = await asked()
  const before = (await line(all.amara, id))!.wordsHash
  await agree(id)
  expect((await post(id, '/words', changed('Ich rate zu früh', 1))).status).toBe(303)
  expect(await read(all.ines, id)).toBeUndefined()
  expect(await line(all.amara, id)).toMatchObject({ standing: 'waiting', title: 'Ich rate zu früh' })
  const late = await post(id, '/consent', { answer: 'yes', seen: before }, all.amara)
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Ich rate zu früh')
  expect(await read(all.ines, id)).toBeUndefined()
  await agree(id)
  expect(await read(all.ines, id)).toBeDefined()
})

test('not even past the program can an author change a word under the learner’s yes, or answer for them', async () => {
  const id = await asked()
  await agree(id)
  await all.as(all.lena, (db) =>
    db.updateTable('passage').set({ body: 'Anders' }).where('subject_id', '=', id).where('field', '=', 'caseTitle').execute(),
  )
  expect(await read(all.ines, id)).toBeUndefined()
  const forge = all.as(all.lena, (db) => db.updateTable('case_consent').set({ answer: 'yes' }).where('case_id', '=', id).execute())
  await expect(forge).rejects.toThrow(/permission denied/)
  const unname = all.as(all.lena, (db) => db.deleteFrom('case_consent').where('case_id', '=', id).execute())
  expect((await unname)[0]?.numDeletedRows).toBe(0n)
})

test('a no closes it without a reason; taking it back deletes every word, those of colleagues too', async () => {
  const id = await asked()
  await agree(id, 'no')
  expect(await line(all.lena, id)).toMatchObject({ standing: 'declined' })
  expect(await read(all.ines, id)).toBeUndefined()
  await agree(id)
  await post(id, '/questions', { id: newId(), text: 'Was geschähe, wenn du bis zehn zählst?' }, all.ines)
  expect((await read(all.amara, id))?.questions).toHaveLength(1)
  for (const other of [all.lena, all.ines]) expect((await post(id, '/withdrawal', {}, other)).status).toBe(404)
  expect((await post(id, '/withdrawal', {}, all.amara)).status).toBe(303)
  for (const person of [all.amara, all.lena, all.ines]) expect(await read(person, id)).toBeUndefined()
  expect((await all.owner.query('select from passage where context_id = $1', [id])).rows).toEqual([])
  expect(await line(all.lena, id)).toMatchObject({ standing: 'withdrawn', title: null, learnerName: null })
  expect((await post(id, '/removal', {}, all.lena)).status).toBe(303)
})

test('a case about nobody needs its author’s word for it, also for every change', async () => {
  const id = newId()
  expect((await send({ id, about: 'nobody' })).status).toBe(422)
  await send({ id, about: 'nobody', declared: 'yes' })
  expect(await read(all.ines, id)).toBeDefined()
  expect((await post(id, '/words', changed('Ich rate zu oft', 1))).status).toBe(422)
  expect((await read(all.ines, id))?.texts.caseTitle.body).toBe('Ich helfe zu früh')
  await post(id, '/words', { ...changed('Ich rate zu oft', 1), declared: 'yes' })
  expect((await read(all.ines, id))?.texts.caseTitle.body).toBe('Ich rate zu oft')
  expect((await post(id, '/words', { ...changed('Zweites Fenster', 1), declared: 'yes' })).status).toBe(409)
  for (const other of [all.ines, all.amara]) {
    expect((await browser.get(`/practice/cases/${id}/words`, other)).status).toBe(404)
    expect((await post(id, '/removal', {}, other)).status).toBe(404)
  }
  expect((await post(id, '/removal')).status).toBe(303)
  expect(await read(all.ines, id)).toBeUndefined()
})

test('names are pointed out before anything goes anywhere, and looked at once', async () => {
  const id = newId()
  const named = { id, about: all.amara.personId, caseSituation: 'Jonas’ Kollegin und Nordwerk.' }
  const answer = await send(named)
  expect(answer.status).toBe(422)
  const shown = await answer.text()
  for (const said of ['Jonas Petersen und Nordwerk', 'Jonas’ Kollegin']) expect(shown).toContain(said)
  expect(await line(all.lena, id)).toBeUndefined()
  expect((await send({ ...named, checked: 'yes' })).status).toBe(303)
})

test('a case is about somebody one accompanies, or about nobody', async () => {
  expect((await send({ id: newId(), about: all.jonas.personId })).status).toBe(422)
  expect((await send({ id: newId(), about: '' })).status).toBe(422)
  const forge = all.as(all.lena, async (db) => {
    const id = newId()
    await db.insertInto('intervision_case').values({ organisation_id: all.lena.organisationId, id, author_id: all.lena.personId }).execute()
    await db
      .insertInto('case_consent')
      .values({ organisation_id: all.lena.organisationId, case_id: id, learner_id: all.jonas.personId })
      .execute()
  })
  await expect(forge).rejects.toThrow(/row-level security/)
})

test('questions come back once, are thanked between the two, taken back by whoever asked, and kept in one’s own collection', async () => {
  const id = newId()
  await send({ id, about: 'nobody', declared: 'yes' })
  const question = { id: newId(), text: 'Woran merkst du, dass jemand noch denkt?' }
  await post(id, '/questions', question, all.ines)
  await post(id, '/questions', question, all.ines)
  expect((await post(id, '/questions', { id: newId(), text: 'Fremd?' }, all.jonas)).status).toBe(404)
  expect((await post(id, '/questions', { id: newId(), text: '' }, all.ines)).status).toBe(422)
  expect((await read(all.lena, id))?.questions).toEqual([
    expect.objectContaining({ body: question.text, authorName: 'Ines Albrecht', helped: false }),
  ])
  const at = `/questions/${question.id}`
  expect((await post(id, `${at}/thanks`, { helped: 'yes' }, all.ines)).status).toBe(404)
  await post(id, `${at}/thanks`, { helped: 'yes' })
  for (const person of [all.lena, all.ines]) expect((await read(person, id))?.questions[0]?.helped).toBe(true)
  const own = newId()
  expect((await post(id, `${at}/adoption`, { id: own })).headers.get('location')).toBe(`/questions/${own}?done=adopted`)
  expect((await post(id, `${at}/removal`)).status).toBe(404)
  expect((await post(id, `${at}/removal`, {}, all.ines)).status).toBe(303)
  expect((await all.owner.query('select from passage where subject_id = $1', [question.id])).rows).toEqual([])
})

test('whoever no longer accompanies anybody reads no case of others, and asks nothing', async () => {
  const id = newId()
  await send({ id, about: 'nobody', declared: 'yes' })
  expect(await read(all.ines, id)).toBeDefined()
  await all.owner.query('update membership set until = now() where person_id = $1', [all.ines.personId])
  expect(await read(all.ines, id)).toBeUndefined()
  expect(await open(all.ines)).toEqual([])
  expect((await post(id, '/questions', { id: newId(), text: 'Noch?' }, all.ines)).status).toBe(404)
})

test('when its learner is erased, no word of a case stays', async () => {
  const id = await asked()
  await agree(id)
  await all.owner.query('delete from person where id = $1', [all.amara.personId])
  expect(await read(all.lena, id)).toBeUndefined()
  expect(await line(all.lena, id)).toMatchObject({ standing: 'withdrawn' })
  expect((await all.owner.query('select from passage where context_id = $1', [id])).rows).toEqual([])
})
