import type { Me } from '#platform/db/bound.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import type { HelpedJourney } from '../accompanying.ts'
import { words } from '../messages/index.ts'

/** What could help, journey by journey: whose it is, then each thing with its link. Nothing where there is nothing. */
export const HelpedJourneys = ({ journeys, me, now }: { journeys: readonly HelpedJourney[]; me: Me; now: Date }) => {
  const t = words(me.locale)
  if (journeys.length === 0) return null
  return (
    <ul class="lines">
      {journeys.map(({ journeyId, name, title, lines }) => (
        <li>
          <h3 class="helped" dir="auto">
            {name}
          </h3>
          {title && (
            <p class="small">
              <Words inline>{title}</Words>
            </p>
          )}
          <ul class="helped-lines">
            {lines.map(({ kind, href, at }) => (
              <li>
                <a href={href}>{t(`line.${kind}`)}</a>
                {at && (
                  <span class="small">
                    <When at={at} reader={me} now={now} />
                  </span>
                )}
                {kind === 'contact' && (
                  <a class="small" href={`/sessions/new?journey=${journeyId}`} aria-label={t('line.meet_label', { name })}>
                    {t('line.meet')}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
