import type { QuickscanWords } from '../messages/index.ts'
import {
  bandOf,
  type Constants,
  type Dimension,
  dimensions,
  type Form,
  interval,
  isPrecise,
  measureOf,
  ranked,
  shown,
  type Values,
} from '../quickscan.ts'
import { bandSaid, dimensionSaid, type Said } from '../rules/said.ts'

interface ValuesProps {
  values: Values
  form: Form
  said: Said
  constants: Constants
  t: QuickscanWords
}
type Scope = Dimension | 'overall'

/** What can be said about one value: the number only where it is measured well enough. */
function told(scope: Scope, { values, form, said, constants, t }: ValuesProps) {
  const value = scope === 'overall' ? values.overall : values.dimensions[scope]
  const name = scope === 'overall' ? t('result.overall') : dimensionSaid(said, scope).label
  const band = value === null ? null : bandSaid(said, bandOf(value)!)
  const measure = measureOf(scope, form, constants)
  const loose = measure !== null && !isPrecise(measure)
  const range = value !== null && isPrecise(measure) ? interval(value, measure) : null
  return { value, name, band, range, number: value === null || loose ? null : shown(value) }
}

/** Values as strips, highest first, with how precise they are and their band in words. */
export const ValueStrips = (props: ValuesProps) => {
  const { values, form, t } = props
  const missing = dimensions.filter((dimension) => values.dimensions[dimension] === null)
  const scopes: Scope[] = [...ranked(values.dimensions), ...missing, 'overall']
  return (
    <section class="section scan-values" aria-labelledby="scan-values">
      <h2 id="scan-values">{t('result.values')}</h2>
      <p class="small">{form === 'full' ? t('result.values_how') : t('result.orientation')}</p>
      <ul class="strips">
        {scopes.map((scope) => (
          <Strip scope={scope} {...props} />
        ))}
      </ul>
    </section>
  )
}

const Strip = ({ scope, ...props }: ValuesProps & { scope: Scope }) => {
  const { said, t } = props
  const { value, name, band, range, number } = told(scope, props)
  const between = range && t('result.between', { low: shown(range.low), high: shown(range.high) })
  return (
    <li class={scope === 'overall' ? 'strip strip-overall' : 'strip'}>
      <span class="strip-name">{name}</span>
      <span class="strip-number">{number}</span>
      <svg class="strip-drawing" viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden="true">
        <rect class="strip-line" x="0" y="5.5" width="200" height="1" />
        {range && <rect class="strip-range" x={range.low * 2} y="1" width={(range.high - range.low) * 2} height="10" />}
        <rect class="strip-boundary" x="99.75" y="2" width="0.5" height="8" />
        <rect class="strip-boundary" x="149.75" y="2" width="0.5" height="8" />
        {number !== null && <rect class="strip-value" x={Math.min(198, Math.max(0, value! * 2 - 1))} y="0" width="2" height="12" />}
      </svg>
      <span class="strip-band">{value === null ? said.texts.notScored : [band, between].filter(Boolean).join(' · ')}</span>
    </li>
  )
}

/** The same as numbers in a table, in the order of the axes. */
export const ValueTable = (props: ValuesProps) => {
  const { t } = props
  return (
    <section class="scan-table" tabindex={0} aria-label={t('result.table')}>
      <table>
        <thead>
          <tr>
            {(['result.dimension', 'result.value', 'result.range', 'result.band'] as const).map((key) => (
              <th scope="col">{t(key)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...dimensions, 'overall' as const].map((scope) => {
            const { name, number, range, band } = told(scope, props)
            return (
              <tr>
                <th scope="row">{name}</th>
                <td>{number ?? '–'}</td>
                <td>{range ? `${shown(range.low)}–${shown(range.high)}` : '–'}</td>
                <td>{band ?? '–'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
