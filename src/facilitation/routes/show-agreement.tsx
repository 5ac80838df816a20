import { dayIn } from '#platform/clock.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { absent } from '#platform/web/as-person.ts'
import type { Ask } from '#platform/web/env.ts'
import type { Confirmed } from '../commands/agreement.ts'
import { type FacilitationWords, words } from '../messages/index.ts'
import { AgreementPage } from '../pages/agreement.tsx'
import { toAgreement } from '../parts/agreement-acts.tsx'
import { earlierItems } from '../queries/earlier.ts'
import { contactsDue, runningAgreements } from '../queries/running.ts'
import { type Agreement, inForceOf, otherIn } from '../rules/agreement.ts'
import { isLookDue } from '../rules/due.ts'
import { draftFor, type Found } from './find-agreement.ts'

const acts = ['sent', 'in_force', 'change_in_force', 'stayed', 'superseded', 'noted'] as const

function happenedIn(c: Ask, t: FacilitationWords, agreement: Agreement, me: Me): string | undefined {
  const act = acts.find((known) => known === c.req.query('done'))
  const name = otherIn(agreement, me.personId)
  if (act === 'in_force' && agreement.facilitatorId === me.personId) return t('agreement.done_in_force_facilitator')
  return act && t(`agreement.done_${act}`, { name })
}

/** The page of an agreement, or the same page once more where the statement about superiors is missing. */
export async function showAgreement(c: Ask, db: PersonDb, me: Me, found: Found, unticked = false) {
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

/** Back to the letter after a word was given, with what became of it. */
export function afterwards(c: Ask, agreement: Agreement, outcome: Confirmed) {
  if (outcome === 'absent' || outcome === 'not_ticked') return absent()
  // The same tap twice says the same: what counts is whether something held before this version.
  const inForce = inForceOf({ versions: agreement.versions.slice(0, -1) }) ? 'change_in_force' : 'in_force'
  const done = outcome === 'in_force' ? inForce : outcome === 'superseded' ? 'superseded' : 'sent'
  return c.redirect(`${toAgreement(agreement)}?done=${done}`, 303)
}
