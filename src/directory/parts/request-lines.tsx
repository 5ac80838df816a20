import type { Me } from '#platform/db/bound.ts'
import { When } from '#ui/when.tsx'
import { words } from '../messages/index.ts'
import type { FacilitationRequest } from '../queries/requests.ts'

/** Requests that lie with this person: asked of them, on their way, or back with them. */
export const RequestLines = ({ requests, me, now }: { requests: readonly FacilitationRequest[]; me: Me; now: Date }) => {
  if (requests.length === 0) return null
  const t = words(me.locale)
  return (
    <section class="stack" id="requests">
      <h2>{t('requests.title')}</h2>
      <ul class="lines">
        {requests.map(({ id, learnerId, learnerName, facilitatorName, state, answerBy }) => (
          <li>
            <a href={`/facilitators/requests/${id}`}>
              {learnerId === me.personId
                ? t(`requests.mine_${state}`, { name: facilitatorName })
                : t('requests.asked', { name: learnerName })}
            </a>
            {state === 'waiting' && (
              <p class="small">
                {t('requests.until')} <When at={answerBy} reader={me} now={now} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
