import { words as facilitationWords } from '#facilitation/messages/index.ts'
import { agreementsTaken } from '#facilitation/queries/agreements.ts'
import type { Agreement } from '#facilitation/rules/agreement.ts'
import { words as journeyWords } from '#journey/messages/index.ts'
import { attachmentContent } from '#journey/queries/attachment.ts'
import { ownJourneyIds } from '#journey/queries/own.ts'
import { removedThings } from '#journey/queries/removed.ts'
import { bodyOf, type WholeJourney, wholeJourneys } from '#journey/queries/whole.ts'
import { ownSettings } from '#person/queries.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { words as practiceWords } from '#practice/messages/index.ts'
import { type PracticeTaken, practiceTaken } from '#practice/queries/taken-along.ts'
import { scansFor } from '#quickscan/queries.ts'
import { words as reflectionWords } from '#reflection/messages/index.ts'
import { type EntryTaken, reflectionsForExport } from '#reflection/queries/taken-along.ts'
import { appointmentsTaken } from '#scheduling/queries/taken-along.ts'
import { words as sessionWords } from '#session/messages/index.ts'
import { type SessionTaken, sessionsTaken } from '#session/queries/taken-along.ts'
import { longDay } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { agreementsMarkdown } from '../rules/agreements-markdown.ts'
import { fileName } from '../rules/file-name.ts'
import { type Document, indexMarkdown } from '../rules/index-markdown.ts'
import { journeyJson } from '../rules/journey-json.ts'
import { journeyMarkdown } from '../rules/journey-markdown.ts'
import { practiceMarkdown, type Reading } from '../rules/practice-markdown.ts'
import { readable, style } from '../rules/readable.ts'
import { reflectionsMarkdown } from '../rules/reflections-markdown.ts'
import { type SessionStarts, sessionsMarkdown } from '../rules/sessions-markdown.ts'
import type { Packed } from '../rules/zip.ts'
import { ownTexts } from './own.ts'

/**
 * Everything of the person who asks, as files: what one likes to read (`index.html` leads to it) and, in `lotse.json`, all of it as data.
 * Pictures and documents beside notes lie in the folder of their journey.
 */
export async function wholeExport(db: PersonDb, me: Me, { origin, at }: { origin: string; at: Date }): Promise<Packed[]> {
  const t = words(me.locale)
  const settings = await ownSettings(db)
  const journeys = await wholeJourneys(db, await ownJourneyIds(db))
  const scans = (await scansFor(db)).filter((scan) => scan.personId === me.personId)
  const texts = await ownTexts(db)
  const practice = await practiceTaken(db)
  const reflections = await reflectionsForExport(db, me.locale)
  const sessions = await sessionsTaken(db)
  const agreements = await agreementsTaken(db)
  const appointments = await appointmentsTaken(db, me.personId)

  const reading = { name: me.name, organisation: me.organisationName, locale: me.locale, timeZone: me.timeZone, at }
  const documents = journeys.map(
    (whole, index): Document => ({
      stem: `${folderOf(whole, index, t('export.file'))}/${t('whole.journey')}`,
      title: bodyOf(whole.challenge.texts, 'title') || t('export.untitled'),
      markdown: journeyMarkdown(whole, reading, { t, j: journeyWords(me.locale) }),
    }),
  )
  const besides = [
    ...documentOfAgreements(agreements, reading),
    ...documentOfPractice(practice, reading),
    ...documentOfJournal(reflections, reading),
    ...documentOfSessions(sessions, new Map(appointments.map(({ context, startsAt }) => [context, startsAt])), reading),
  ]
  const taken = { by: me.name, organisation: me.organisationName, at }
  const data = {
    format: 'lotse-person',
    version: 1,
    exported: { at: at.toISOString(), by: me.name },
    person: {
      id: me.personId,
      name: me.name,
      email: settings.email,
      locale: settings.locale,
      timeZone: settings.timeZone,
      theme: settings.theme,
    },
    journeys: await Promise.all(
      journeys.map(async (whole) => journeyJson(whole, await removedThings(db, whole.journey.id), taken, origin)),
    ),
    agreements,
    practice,
    appointments,
    reflections,
    sessions,
    scans: scans.map(({ id, form, version, takenOn, values, constants, answers }) => ({
      id,
      form,
      version,
      takenOn,
      values,
      constants,
      answers,
    })),
    texts,
  }
  const pathOf = ({ id, takenOn }: (typeof scans)[number]) => `${t('whole.scans_folder')}/${takenOn}-${id.slice(-4)}.json`
  const title = t('whole.title', { name: me.name })
  const index = {
    name: me.name,
    organisation: me.organisationName,
    email: settings.email,
    journeys: documents,
    besides,
    scans: scans.map((scan) => ({ day: longDay(scan.takenOn, me.locale), path: pathOf(scan) })),
  }
  return [
    ...[{ stem: 'index', title, markdown: indexMarkdown(index, t) }, ...documents, ...besides].flatMap((document) => [
      { path: `${document.stem}.md`, content: document.markdown },
      {
        path: `${document.stem}.html`,
        content: readable(document.title, document.markdown, {
          locale: me.locale,
          depth: depthOf(document.stem),
          home: document.stem === 'index' ? undefined : title,
        }),
      },
    ]),
    { path: 'lotse.css', content: style },
    { path: 'lotse.json', content: `${JSON.stringify(data, null, 2)}\n` },
    ...scans.map((scan) => {
      const { form, version, takenOn, answers } = scan
      return { path: pathOf(scan), content: `${JSON.stringify({ lotse: 'quickscan', version, form, takenOn, answers }, null, 2)}\n` }
    }),
    ...journeys.flatMap((whole, index) => attachmentsOf(db, whole, folderOf(whole, index, t('export.file')))),
  ]
}

function documentOfPractice(taken: PracticeTaken, reading: Reading): Document[] {
  const t = practiceWords(reading.locale)
  const isEmpty = Object.values(taken).every((part) => part === null || part.length === 0)
  return isEmpty ? [] : [{ stem: t('practice.file'), title: t('practice.title'), markdown: practiceMarkdown(taken, reading, t) }]
}

function documentOfJournal(taken: readonly EntryTaken[], reading: Reading): Document[] {
  const t = reflectionWords(reading.locale)
  return taken.length === 0 ? [] : [{ stem: t('export.file'), title: t('journal.title'), markdown: reflectionsMarkdown(taken, reading, t) }]
}

function documentOfSessions(taken: readonly SessionTaken[], starts: SessionStarts, reading: Reading): Document[] {
  const t = sessionWords(reading.locale)
  if (taken.length === 0) return []
  return [{ stem: t('sessions.file'), title: t('sessions.title'), markdown: sessionsMarkdown(taken, starts, reading, t) }]
}

const depthOf = (stem: string) => stem.split('/').length - 1

/** A number in front keeps journeys of the same title apart, and in order. */
function folderOf(whole: WholeJourney, index: number, otherwise: string): string {
  const name = fileName(bodyOf(whole.challenge.texts, 'title'), otherwise, '').slice(0, -1)
  return `${String(index + 1).padStart(2, '0')}-${name}`
}

function attachmentsOf(db: PersonDb, whole: WholeJourney, folder: string): Packed[] {
  const files = whole.cycles.flatMap((cycle) => cycle.observations.flatMap((note) => note.attachments))
  return files.map(({ id, name }) => ({
    path: `${folder}/${id.slice(-4)}-${name.replace(/[^\p{L}\p{N}._ -]+/gu, '-')}`,
    content: async () => (await attachmentContent(db, whole.journey.id, id))?.content ?? Buffer.alloc(0),
  }))
}

function documentOfAgreements(agreements: readonly Agreement[], reading: Reading): Document[] {
  const t = words(reading.locale)
  if (agreements.length === 0) return []
  const markdown = agreementsMarkdown(agreements, reading, { t, f: facilitationWords(reading.locale) })
  return [{ stem: t('whole.agreements'), title: t('whole.agreements'), markdown }]
}
