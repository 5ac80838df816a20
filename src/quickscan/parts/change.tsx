import type { QuickscanWords } from '../messages/index.ts'
import type { KeptScan } from '../queries.ts'
import { type Constants, change, comparable, dimensions, interval, isPrecise, measureOf, shown } from '../quickscan.ts'
import { dimensionSaid, fill, type Said } from '../rules/said.ts'

interface ChangeProps {
  earlier: KeptScan
  later: KeptScan
  /** The day of the earlier one, as people say it. */
  since: string
  said: Said
  t: QuickscanWords
}
type Scope = (typeof dimensions)[number] | 'overall'

/** One's own change, in words first: two values with how precise they are, no percentages and no arrows. */
export const Change = ({ earlier, later, since, said, t }: ChangeProps) => {
  const { constants } = later
  const { form, t1, t2 } = comparable(answersOf(earlier), answersOf(later), constants)
  const scopes: Scope[] = form === 'full' ? [...dimensions, 'overall'] : ['overall']
  const rows = scopes.flatMap((scope) => {
    const [before, now] = [t1, t2].map((values) => (scope === 'overall' ? values.overall : values.dimensions[scope]))
    const found = before == null || now == null ? null : change({ scope, t1: before, t2: now, form, constants })
    return found ? [{ scope, before: before!, now: now!, verdict: found.verdict }] : []
  })
  const overall = rows.find(({ scope }) => scope === 'overall')
  return (
    <section class="section scan-change" aria-labelledby="scan-change">
      <h2 id="scan-change">{t('scan.change')}</h2>
      <p class="small">
        {t('scan.change_since', { date: since })} {form === 'short' && t('scan.change_short')}
      </p>
      {overall && <p>{said.change.find(({ id }) => id === overall.verdict)?.text}</p>}
      <ul class="strips">
        {rows.map(({ scope, before, now, verdict }) => (
          <li class={scope === 'overall' ? 'strip strip-overall' : 'strip'}>
            <span class="strip-name">{scope === 'overall' ? t('result.overall') : dimensionSaid(said, scope).label}</span>
            <span>{wordOf(verdict, t)}</span>
            <span class="strip-band">
              {t('scan.before_now', { before: withRange(before, scope, form, constants), now: withRange(now, scope, form, constants) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const answersOf = ({ form, answers }: KeptScan) => ({ form, answers: answers ?? {} })

function withRange(value: number, scope: Scope, form: KeptScan['form'], constants: Constants): string {
  const measure = measureOf(scope, form, constants)
  if (!isPrecise(measure)) return '–'
  const { low, high } = interval(value, measure)
  return fill('{value} ({low}–{high})', { value: shown(value), low: shown(low), high: shown(high) })
}

function wordOf(verdict: string, t: QuickscanWords): string {
  if (verdict === 'within_error') return t('scan.word_error')
  const how = t(verdict.startsWith('reliable') ? 'scan.word_reliable' : 'scan.word_tendency')
  return t(verdict.endsWith('up') ? 'scan.word_up' : 'scan.word_down', { how })
}
