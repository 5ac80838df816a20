import type { Child, PropsWithChildren } from 'hono/jsx'
import type { QuickscanWords } from '../messages/index.ts'
import { dimensions, type Form, type FullScore, ranked, suggestedImpulses, type Values } from '../quickscan.ts'
import { type Brought, dimensionSaid, type Said } from '../rules/said.ts'
import { Meaning } from './meaning.tsx'
import { Radar } from './radar.tsx'
import { ValueStrips, ValueTable } from './values.tsx'

export type ResultProps = PropsWithChildren<{
  /** Values, and what of the rest the reader may know. */
  scored: Values & Partial<FullScore>
  form: Form
  brought: Brought
  t: QuickscanWords
  /** The day of the test, as people say it. */
  taken: string
  earlier?: Values
  /** Stands where the privacy text belongs: who reckoned, and who can read this. */
  privacy?: string
  /** What changed since an earlier one, right under the picture. */
  change?: Child
  /** Nothing is suggested to somebody who reads another person's result. */
  isMine?: boolean
}>

/** One result, the same from server and browser: strengths first, limits always in sight. */
export const Result = ({ scored, form, brought, t, taken, earlier, privacy, change, isMine = true, children }: ResultProps) => {
  const { said, constants } = brought
  const table = { values: scored, form, said, constants, t }
  return (
    <div class="scan-result">
      <header class="page-title">
        <p class="page-overline">
          {t('result.title')} · <span class="nowrap">{t('result.taken', { date: taken })}</span>
        </p>
        <h1 tabindex={-1}>{strongest(scored, brought, t)}</h1>
        <p class="lead">{said.texts.resultLead}</p>
      </header>
      <p class="scan-private small">{privacy}</p>
      {scored.straightlining && <p class="note">{said.texts.checkAnswers}</p>}
      {scored.inconsistent && <p class="note">{said.texts.mixedAnswers}</p>}
      <div class="scan-picture">
        <Radar values={scored.dimensions} earlier={earlier?.dimensions} said={said} t={t} />
        <ValueStrips {...table} />
      </div>
      <details class="fold scan-folded">
        <summary>
          <span class="fold-name">{t('result.table')}</span>
        </summary>
        <div class="fold-body">
          <ValueTable {...table} />
        </div>
      </details>
      {change}
      <Meaning values={scored} near={scored.near} said={said} t={t} impulses={isMine ? brought.impulses : undefined} />
      {scored.patterns && scored.patterns.length > 0 && <Patterns patterns={scored.patterns} said={said} t={t} />}
      {isMine && <Onwards values={scored} support={scored.support ?? null} brought={brought} t={t} />}
      <section class="section water scan-limits" aria-labelledby="scan-limits">
        <h2 id="scan-limits">{t('result.limits')}</h2>
        <p>{said.texts.limits}</p>
        <p class="small">{t(constants.status === 'own' ? 'result.own' : 'result.assumed')}</p>
      </section>
      {children}
    </div>
  )
}

function strongest({ dimensions: values }: Values, { said, language }: Brought, t: QuickscanWords): string {
  const [highest] = ranked(values)
  if (!highest) return said.texts.notScored
  const level = dimensions.filter((dimension) => values[dimension] === values[highest])
  if (level.length === dimensions.length) return t('result.strongest_all')
  const names = new Intl.ListFormat(language).format(level.map((dimension) => dimensionSaid(said, dimension).label))
  return t('result.strongest', { dimension: names })
}

const Patterns = ({ patterns, said, t }: { patterns: readonly string[]; said: Said; t: QuickscanWords }) => (
  <section class="section scan-patterns" aria-labelledby="scan-together">
    <h2 id="scan-together">{t('result.together')}</h2>
    {patterns.map((id) => (
      <p>{said.patterns.find((one) => one.id === id)?.text}</p>
    ))}
  </section>
)

/** The way into a journey: support that may fit, and up to three impulses. */
const Onwards = ({
  values,
  support,
  brought: { said, impulses },
  t,
}: {
  values: Values
  support: string | null
  brought: Brought
  t: QuickscanWords
}) => {
  const suggested = suggestedImpulses(values.dimensions, impulses)
  return (
    <div class="scan-onwards">
      {suggested.length > 0 && (
        <section class="section" aria-labelledby="scan-impulses">
          <h2 id="scan-impulses">{t('result.impulses')}</h2>
          <ul class="list">
            {suggested.map((impulse) => (
              <li class="scan-impulse">
                <h3>{impulse.title}</h3>
                <p>{impulse.tryToday}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {support && (
        <section class="section" aria-labelledby="scan-support">
          <h2 id="scan-support">{t('result.support')}</h2>
          <p>{said.supportSuggestion.rules.find(({ level }) => level === support)?.text}</p>
          <p class="small">{t('result.support_how')}</p>
        </section>
      )}
    </div>
  )
}
