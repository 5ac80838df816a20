import type { Locale } from '#platform/words/words.ts'
import { Button } from '#ui/form.tsx'
import type { QuickscanWords } from '../messages/index.ts'
import { type Form, instrument, itemsOf } from '../quickscan.ts'

interface StatementsProps {
  form: Form
  locale: Locale
  t: QuickscanWords
}
const textOf = new Map(instrument.items.map(({ id, text }) => [id, text]))

/** All statements as one form that any browser can send; with script lotse-quickscan shows them one at a time and sends nothing. */
export const Statements = ({ form, locale, t }: StatementsProps) => {
  const items = itemsOf(form)
  const { points, noAnswer } = instrument.scale
  return (
    <form class="statements" method="post" action="/quickscan/result" novalidate autocomplete="off">
      <input type="hidden" name="form" value={form} />
      <div class="statement-progress" hidden>
        <h1 class="unseen">{instrument.texts.title[locale]}</h1>
        <p id="scan-progress">{t('take.progress', { n: 1, total: items.length })}</p>
        <progress max={String(items.length)} value="0" aria-labelledby="scan-progress" />
      </div>
      <ol class="statement-list">
        {items.map(({ id }, index) => (
          <li class="statement">
            <fieldset>
              <legend tabindex={-1}>
                <span class="statement-number">{t('take.progress', { n: index + 1, total: items.length })}</span>
                <span class="statement-text">{textOf.get(id)?.[locale]}</span>
              </legend>
              <p class="statement-stem">{instrument.texts.stem[locale]}</p>
              <div class="statement-scale">
                {points.map(({ value, label }) => (
                  <Point name={id} value={String(value)} mark={String(value)} label={label[locale]} />
                ))}
                <Point name={id} value="none" mark="–" label={noAnswer.label[locale]} />
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      <div class="actions statement-actions">
        <Button kind="primary">{t('take.evaluate')}</Button>
        <Button type="button" kind="quiet" further={{ 'data-do': 'back', hidden: '' }}>
          {t('take.back')}
        </Button>
      </div>
    </form>
  )
}

const Point = ({ name, value, mark, label }: { name: string; value: string; mark: string; label: string }) => (
  <label class="point">
    <input type="radio" name={name} value={value} />
    <span class="point-mark" aria-hidden="true">
      {mark}
    </span>
    <span class="point-label">{label}</span>
  </label>
)
