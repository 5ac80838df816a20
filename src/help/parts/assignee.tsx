import type { Reader } from '#ui/time.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { type HelpWords, words } from '../messages/index.ts'
import { type AssigneeRow, type HelpedStepLine, helperSays, materialOf } from '../queries/assignee.ts'

/** Steps that somebody helps with, as lines that lead to them. */
export const HelpedStepLines = ({ steps, reader, now }: { steps: readonly HelpedStepLine[]; reader: Reader; now: Date }) => {
  const t = words(reader.locale)
  if (steps.length === 0) return null
  return (
    <ul class="lines">
      {steps.map((step) => (
        <li>
          <a href={`/steps/${step.stepId}`}>{step.what ? <Words inline>{step.what}</Words> : t('assignee.untitled')}</a>
          <p class="small">
            {t(step.state === 'asked' ? 'assignee.line_asked' : 'assignee.line', {
              name: step.learnerName,
              role: t(`assignee.role.${step.role}`),
            })}
            {step.byWhen && (
              <>
                {' '}
                · {t('assignee.by')} <When day={step.byWhen} reader={reader} now={now} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

const address = /(https:\/\/[^\s<>"]+)/

/** Material, a line each; an address in it leads there. */
export const Material = ({ lines, t }: { lines: readonly string[]; t: HelpWords }) =>
  lines.length === 0 ? null : (
    <div>
      <p class="small">{t('assignee.material')}</p>
      <ul>
        {lines.map((line) => (
          <li>
            {line.split(address).map((part, index) =>
              index % 2 === 1 ? (
                <a href={part} rel="noopener noreferrer">
                  {part}
                </a>
              ) : (
                part && <Words inline>{part}</Words>
              ),
            )}
          </li>
        ))}
      </ul>
    </div>
  )

/** What somebody who helps wrote at a step, under their name. */
export const HelperSaid = ({ assignee, t }: { assignee: AssigneeRow; t: HelpWords }) => (
  <>
    {helperSays(assignee, 'note') && <Words>{helperSays(assignee, 'note')}</Words>}
    <Material lines={materialOf(assignee)} t={t} />
  </>
)
