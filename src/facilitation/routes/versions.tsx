import { Hono } from 'hono'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, readTyped, type Typed } from '#platform/web/read-form.ts'
import { confirmAgreement, writeVersion } from '../commands/agreement.ts'
import { decideOnEarlier } from '../commands/withhold.ts'
import { asTyped, earlierForm, termsIn, versionForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { AgreementChangePage } from '../pages/agreement-change.tsx'
import { VersionPage } from '../pages/version.tsx'
import { usuallyWithheld } from '../parts/earlier-choice.tsx'
import { journeyAtHand } from '../queries/agreements.ts'
import { type EarlierItem, earlierItems } from '../queries/earlier.ts'
import { type Agreement, inForceOf, isSameTerms, needsTick, type Terms } from '../rules/agreement.ts'
import { levelsToWrite, type SupportLevel, supportLevels } from '../rules/support-level.ts'
import { at, draftFor, find } from './find-agreement.ts'
import { afterwards, showAgreement } from './show-agreement.tsx'

/** Versions of an agreement: written, and each of them read. */
export const versionRoutes = new Hono<Env>()

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

versionRoutes.get(`${at}/change`, (c) =>
  asPerson(c, async (db, me) => {
    const found = await find(c, db)
    const { agreement } = found
    const newest = agreement.versions.findLast(({ laidAsideAt }) => laidAsideAt === null)
    const terms = newest?.terms ?? draftFor(found, me)
    if (agreement.endedAt || !terms) return absent()
    return showChange(c, db, me, agreement, { typed: { ...asTyped(terms), versionId: newId(), base: String(baseOf(agreement)) } })
  }),
)

versionRoutes.get(`${at}/versions/:number`, (c) =>
  asPerson(c, async (db, me) => {
    const { agreement } = await find(c, db)
    const version = agreement.versions.find(({ number }) => String(number) === c.req.param('number')) ?? absent()
    return c.html(<VersionPage {...{ agreement, version, me, assets: c.var.assets, now: c.var.now, t: words(me.locale) }} />)
  }),
)

/** The number of the newest version there is; 0 for none. */
const baseOf = ({ versions }: Agreement) => versions.at(-1)?.number ?? 0

versionRoutes.post(`${at}/versions`, async (c) => {
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
