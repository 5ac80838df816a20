import type { Me } from '#platform/db/bound.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import type { HelpLine } from '../accompanying.ts'
import { words } from '../messages/index.ts'

/** What could help, as lines: the thing, whose journey it is, one link. Nothing where there is nothing. */
export const HelpLines = ({ lines, me, now }: { lines: readonly HelpLine[]; me: Me; now: Date }) => {
  const t = words(me.locale)
  if (lines.length === 0) return null
  return (
    <ul class="lines">
      {lines.map(({ kind, name, title, href, at }) => (
        <li>
          <a href={href}>{t(`line.${kind}`, { name })}</a>
          {(title || at) && (
            <p class="small">
              {title && <Words inline>{title}</Words>}
              {title && at && ' · '}
              {at && <When at={at} reader={me} now={now} />}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
