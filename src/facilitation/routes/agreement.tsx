import { Hono } from 'hono'
import { dayIn } from '#platform/clock.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, readForm, readTyped, type Typed } from '#platform/web/read-form.ts'
import {
  type Confirmed,
  confirmAgreement,
  endFacilitation,
  layVersionAside,
  noteMet,
  refuseAsSuperior,
  writeVersion,
} from '../commands/agreement.ts'
import { decideOnEarlier } from '../commands/withhold.ts'
import { asTyped, confirmationForm, earlierForm, layingAsideForm, metForm, termsIn, versionForm } from '../forms.ts'
import { type FacilitationWords, words } from '../messages/index.ts'
import { AgreementPage } from '../pages/agreement.tsx'
import { AgreementChangePage } from '../pages/agreement-change.tsx'
import { VersionPage } from '../pages/version.tsx'
import { toAgreement } from '../parts/agreement-acts.tsx'
import { usuallyWithheld } from '../parts/earlier-choice.tsx'
import { journeyAtHand } from '../queries/agreements.ts'
import { type EarlierItem, earlierItems } from '../queries/earlier.ts'
import { contactsDue, runningAgreements } from '../queries/running.ts'
import { type Agreement, inForceOf, isSameTerms, needsTick, otherIn, type Terms } from '../rules/agreement.ts'
import { isLookDue } from '../rules/due.ts'
import { levelsToWrite, type SupportLevel, supportLevels } from '../rules/support-level.ts'
import { at, draftFor, type Found, find } from './find-agreement.ts'

/** The learning agreement: read, written, confirmed, ended. */
export const agreementRoutes = new Hono<Env>()

const acts = ['sent', 'in_force', 'change_in_force', 'stayed', 'superseded', 'noted'] as const

function happenedIn(c: Ask, t: FacilitationWords, agreement: Agreement, me: Me): string | undefined {
  const act = acts.find((known) => known === c.req.query('done'))
  const name = otherIn(agreement, me.personId)
  if (act === 'in_force' && agreement.facilitatorId === me.personId) return t('agreement.done_in_force_facilitator')
  return act && t(`agreement.done_${act}`, { name })
}

async function showAgreement(c: Ask, db: PersonDb, me: Me, found: Found, unticked = false) {
  const { agreement, others, journey } = found
  const t = words(me.locale)
  const draft = draftFor(found, me)
  const due = await dueIn(c, db, me, found)
  const earlier = draft && (await earlierItems(db, agreement.journeyId, agreement.facilitatorId))
  const page = (
    <AgreementPage
      agreement={agreement}
      others={others}
      draft={draft}
      earlier={earlier}
      due={due}
      journeyTitle={journey?.title}
      me={me}
      assets={c.var.assets}
      now={c.var.now}
      t={t}
      unticked={unticked}
      happened={happenedIn(c, t, agreement, me)}
    />
  )
  return c.html(page, unticked ? 422 : 200)
}

/** What was agreed for about now, while the agreement is in force. */
async function dueIn(c: Ask, db: PersonDb, me: Me, { agreement, journey }: Found) {
  const inForce = inForceOf(agreement)
  if (!inForce || !journey || agreement.endedAt) return { contact: false, look: false }
  const contacts = contactsDue(await runningAgreements(db, me.timeZone), dayIn(me.timeZone, c.var.now))
  const look = isLookDue({
    reviewAfterCycle: inForce.terms.reviewAfterCycle,
    cyclesClosedAt: journey.cyclesClosedAt.map((closed) => closed.getTime()),
    lookedAt: agreement.lookedAt?.getTime() ?? null,
  })
  return { contact: contacts.some(({ id }) => id === agreement.id), look }
}

for (const path of ['/journeys/:id/agreement', at]) {
  agreementRoutes.get(path, (c) => asPerson(c, async (db, me) => showAgreement(c, db, me, await find(c, db))))
}

type Again = Omit<Parameters<typeof AgreementChangePage>[0], 'agreement' | 'earlier' | 'levels' | 'now' | 'me' | 'assets' | 't'>

async function showChange(c: Ask, db: PersonDb, me: Me, agreement: Agreement, again: Again) {
  const wrong = again.problems || again.conflict || again.unticked
  const { assets, now } = c.var
  const isFirst = agreement.versions.length === 0 && agreement.learnerId === me.personId
  const items = isFirst ? await earlierItems(db, agreement.journeyId, agreement.facilitatorId) : []
  const earlier = items.length > 0 ? { items, withheld: withheldAsTyped(items, again.typed) } : undefined
  const levels = await levelsFor(db, agreement)
  return c.html(
    <AgreementChangePage {...{ agreement, earlier, levels, now, me, assets, t: words(me.locale) }} {...again} />,
    wrong ? 422 : 200,
  )
}

/** Where nothing holds yet, whoever cannot read the journey keeps to what its learner wrote, or to the two close levels. */
async function levelsFor(db: PersonDb, agreement: Agreement): Promise<readonly SupportLevel[]> {
  const inForce = inForceOf(agreement)?.terms.supportLevel
  if (inForce) return levelsToWrite(inForce, false)
  const written = agreement.versions.at(-1)?.terms.supportLevel
  const levels = levelsToWrite(null, (await journeyAtHand(db, agreement.journeyId))?.isFirstJourney ?? true)
  return supportLevels.filter((level) => levels.includes(level) || level === written)
}

function withheldAsTyped(items: readonly EarlierItem[], typed: Typed): Set<string> {
  const read = checkTyped(typed, earlierForm)
  if (!read.ok || read.value.asked.length === 0) return usuallyWithheld(items)
  return new Set(items.flatMap(({ id }) => (read.value.shown.includes(id) ? [] : [id])))
}

agreementRoutes.get(`${at}/change`, (c) =>
  asPerson(c, async (db, me) => {
    const found = await find(c, db)
    const { agreement } = found
    const newest = agreement.versions.findLast(({ laidAsideAt }) => laidAsideAt === null)
    const terms = newest?.terms ?? draftFor(found, me)
    if (agreement.endedAt || !terms) return absent()
    return showChange(c, db, me, agreement, { typed: { ...asTyped(terms), versionId: newId(), base: String(baseOf(agreement)) } })
  }),
)

agreementRoutes.get(`${at}/versions/:number`, (c) =>
  asPerson(c, async (db, me) => {
    const { agreement } = await find(c, db)
    const version = agreement.versions.find(({ number }) => String(number) === c.req.param('number')) ?? absent()
    return c.html(<VersionPage {...{ agreement, version, me, assets: c.var.assets, now: c.var.now, t: words(me.locale) }} />)
  }),
)

/** The number of the newest version there is; 0 for none. */
const baseOf = ({ versions }: Agreement) => versions.at(-1)?.number ?? 0

agreementRoutes.post(`${at}/versions`, async (c) => {
  const typed = await readTyped(c)
  const read = checkTyped(typed, versionForm)
  return asPerson(c, async (db, me) => {
    const { agreement } = await find(c, db)
    if (agreement.endedAt) return absent()
    if (!read.ok) return showChange(c, db, me, agreement, { typed, problems: read.problems })
    if (!(await levelsFor(db, agreement)).includes(read.value.supportLevel))
      return showChange(c, db, me, agreement, { typed, problems: { supportLevel: { code: 'not_a_choice' } } })
    const { versionId: id, base, neitherIsSuperior } = read.value
    const terms = termsIn(read.value)
    if (needsTick(agreement, me.personId) && !neitherIsSuperior) return untickedAgain(c, db, me, { typed, terms })
    const newest = agreement.versions.at(-1)
    const tick = needsTick(agreement, me.personId) ? true : null
    if (newest && newest.number === base && newest.laidAsideAt === null && isSameTerms(newest.terms, terms))
      return afterwards(c, agreement, await confirmAgreement(db, agreement.id, newest.id, tick))
    const { journeyId, learnerId, facilitatorId } = agreement
    const earlier = checkTyped(typed, earlierForm)
    if (!newest && earlier.ok && learnerId === me.personId) await decideOnEarlier(db, { journeyId, personId: facilitatorId }, earlier.value)
    const outcome = await writeVersion(db, agreement, { id, base, terms }, tick)
    if (outcome !== 'conflict') return afterwards(c, agreement, outcome)
    const { agreement: meanwhile } = await find(c, db)
    const theirs = meanwhile.versions.at(-1)!
    return showChange(c, db, me, meanwhile, { typed: { ...typed, base: String(theirs.number) }, conflict: { theirs, mine: terms } })
  })
})

/** Sent without the tick: the letter again where it was sent as it stood, else the form with every word in it. */
async function untickedAgain(c: Ask, db: PersonDb, me: Me, { typed, terms }: { typed: Typed; terms: Terms }) {
  const found = await find(c, db)
  const draft = draftFor(found, me)
  return draft && isSameTerms(draft, terms)
    ? showAgreement(c, db, me, found, true)
    : showChange(c, db, me, found.agreement, { typed, unticked: true })
}

function afterwards(c: Ask, agreement: Agreement, outcome: Confirmed) {
  if (outcome === 'absent' || outcome === 'not_ticked') return absent()
  const inForce = agreement.openedAt ? 'change_in_force' : 'in_force'
  const done = outcome === 'in_force' ? inForce : outcome === 'superseded' ? 'superseded' : 'sent'
  return c.redirect(`${toAgreement(agreement)}?done=${done}`, 303)
}

agreementRoutes.post(`${at}/confirmation`, async (c) => {
  const read = await readForm(c, confirmationForm)
  if (!read.ok) absent()
  const { versionId, neitherIsSuperior } = read.value
  return asPerson(c, async (db, me) => {
    const found = await find(c, db)
    const { agreement } = found
    if (!agreement.versions.some(({ id }) => id === versionId)) absent()
    const needed = needsTick(agreement, me.personId)
    if (needed && !neitherIsSuperior) return showAgreement(c, db, me, found, true)
    return afterwards(c, agreement, await confirmAgreement(db, agreement.id, versionId, needed ? true : null))
  })
})

agreementRoutes.post(`${at}/laying-aside`, async (c) => {
  const read = await readForm(c, layingAsideForm)
  if (!read.ok) absent()
  return asPerson(c, async (db) => {
    const { agreement } = await find(c, db)
    if (!agreement.versions.some(({ id }) => id === read.value.versionId)) absent()
    await layVersionAside(db, agreement.id, read.value.versionId)
    return c.redirect(`${toAgreement(agreement)}?done=stayed`, 303)
  })
})

agreementRoutes.post(`${at}/superior`, (c) =>
  asPerson(c, async (db, me) => {
    const { agreement } = await find(c, db)
    return (await refuseAsSuperior(db, agreement.id)) ? c.redirect(afterEnding(agreement, me), 303) : absent()
  }),
)

agreementRoutes.post(`${at}/ending`, (c) =>
  asPerson(c, async (db, me) => {
    const { agreement } = await find(c, db)
    return (await endFacilitation(db, agreement.id)) ? c.redirect(afterEnding(agreement, me), 303) : absent()
  }),
)

/** Whoever accompanied reads nothing of it any more, this agreement included. */
const afterEnding = (agreement: Agreement, me: Me) =>
  agreement.learnerId === me.personId ? `/journeys/${agreement.journeyId}/facilitation` : '/today'

agreementRoutes.post(`${at}/met`, async (c) => {
  const read = await readForm(c, metForm)
  if (!read.ok) absent()
  return asPerson(c, async (db) => {
    const { agreement } = await find(c, db)
    return (await noteMet(db, agreement.id, read.value.what)) ? c.redirect(`${toAgreement(agreement)}?done=noted`, 303) : absent()
  })
})
