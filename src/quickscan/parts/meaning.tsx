import type { QuickscanWords } from '../messages/index.ts'
import { type Band, type Dimension, inFocus, ranked, type Values } from '../quickscan.ts'
import { bandSaid, dimensionSaid, fill, type ImpulseSaid, type Said } from '../rules/said.ts'

interface MeaningProps {
  values: Values
  near?: Record<Dimension, Band | null>
  said: Said
  t: QuickscanWords
  /** A first thing to try in a dimension, for somebody who reads their own result. */
  impulses?: readonly ImpulseSaid[]
}

/** What each value means and one next step: the strength and the two lowest open, the rest folded. */
export const Meaning = (props: MeaningProps) => {
  const { values, said, t } = props
  const open = inFocus(values.dimensions)
  const rest = ranked(values.dimensions).filter((dimension) => !open.includes(dimension))
  if (open.length === 0) return null
  return (
    <section class="section" aria-labelledby="scan-meaning">
      <h2 id="scan-meaning">{t('result.meaning')}</h2>
      {open.map((dimension, index) => (
        <article class="scan-text">
          {index === 0 && <p class="small scan-strength">{t('result.strength')}</p>}
          <h3>{dimensionSaid(said, dimension).label}</h3>
          <Text dimension={dimension} {...props} />
        </article>
      ))}
      {rest.map((dimension) => (
        <details class="fold scan-folded">
          <summary>
            <span class="fold-name">{dimensionSaid(said, dimension).label}</span>
            <span class="fold-aside">{bandSaid(said, values.bands[dimension]!)}</span>
          </summary>
          <div class="fold-body">
            <Text dimension={dimension} {...props} />
          </div>
        </details>
      ))}
    </section>
  )
}

const Text = ({ dimension, values, near, said, t, impulses }: MeaningProps & { dimension: Dimension }) => {
  const impulse = impulses?.find((one) => one.dimension === dimension)
  const neighbour = near?.[dimension]
  const bands = [values.bands[dimension]!, ...(neighbour ? [neighbour] : [])]
  return (
    <>
      {bands.map((band, index) => {
        const found = said.feedback.find((one) => one.dimension === dimension && one.band === band)!
        return (
          <div class={index === 1 ? 'scan-band scan-neighbour' : 'scan-band'}>
            {index === 1 && <p class="small">{fill(said.texts.nearBoundary, { band: bandSaid(said, band) })}</p>}
            <p>{found.message}</p>
            <p class="scan-next">
              <span class="scan-next-word">{t('result.next')}</span> {found.nextStep}
            </p>
          </div>
        )
      })}
      {impulse && (
        <p class="scan-begin">
          <a href={`/journeys/new?impulse=${impulse.id}`} aria-label={`${t('result.journey')}: ${dimensionSaid(said, dimension).label}`}>
            {t('result.journey')}
          </a>
        </p>
      )}
    </>
  )
}
