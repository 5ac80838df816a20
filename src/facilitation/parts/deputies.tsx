import { dayIn } from '#platform/clock.ts'
import type { Me } from '#platform/db/bound.ts'
import { sayDate } from '#ui/time.ts'
import { type FacilitationWords, words } from '../messages/index.ts'
import { type DeputyOffer, isAgreed, wantsWordOf } from '../rules/deputy.ts'

export const toDeputy = ({ journeyId, id }: Pick<DeputyOffer, 'journeyId' | 'id'>): string => `/journeys/${journeyId}/deputies/${id}`

/** The days of an absence, the first and the last of them, where the reader is. */
export function daysOf({ startsAt, endsAt }: DeputyOffer, { me, now, t }: { me: Me; now: Date; t: FacilitationWords }): string {
  const said = (at: Date) => sayDate(dayIn(me.timeZone, at), dayIn(me.timeZone, now), me.locale)
  return t('deputy.days', { from: said(startsAt), to: said(new Date(endsAt.getTime() - 1)) })
}

/** Whose word is missing, first that of the reader, or that it is agreed. */
export function deputyStanding(offer: DeputyOffer, personId: string, t: FacilitationWords): string {
  const names = { learner: offer.learnerName, deputy: offer.deputyName, facilitator: offer.facilitatorName }
  if (isAgreed(offer)) return t('deputy.standing_agreed', names)
  if (wantsWordOf(offer, personId)) return t('deputy.standing_mine')
  if (!offer.learnerAgreed && !offer.deputyAgreed) return t('deputy.standing_both', names)
  return t(offer.learnerAgreed ? 'deputy.standing_deputy' : 'deputy.standing_learner', names)
}

/** Deputies, asked or agreed on, as lines that lead to them. */
export const DeputyLines = ({ offers, me, now }: { offers: readonly DeputyOffer[]; me: Me; now: Date }) => {
  const t = words(me.locale)
  if (offers.length === 0) return null
  return (
    <ul class="lines">
      {offers.map((offer) => (
        <li>
          <a href={toDeputy(offer)}>{t('deputy.stands_in', { name: offer.deputyName, for: offer.facilitatorName })}</a>
          <p class="small">
            {me.personId === offer.learnerId ? '' : `${offer.learnerName} · `}
            {daysOf(offer, { me, now, t })} · {deputyStanding(offer, me.personId, t)}
          </p>
        </li>
      ))}
    </ul>
  )
}
