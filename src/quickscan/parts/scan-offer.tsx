import type { Locale } from '#platform/words/words.ts'
import { Button, Form } from '#ui/form.tsx'
import { words } from '../messages/index.ts'
import type { Offer } from '../queries.ts'

/** A self-test offered on an occasion; either answer ends the offer. */
export const ScanOffer = ({ offer, locale }: { offer: Offer; locale: Locale }) => {
  const t = words(locale)
  return (
    <section class="note" aria-label={t('mine.offer')}>
      <p>{t(`mine.offer_${offer.occasion}`)}</p>
      <Form action={`/quickscan/offers/${offer.occasion}/${offer.subjectId}`} class="actions">
        <Button name="answer" value="take">
          {t('mine.take')}
        </Button>
        <Button kind="quiet" name="answer" value="decline">
          {t('mine.offer_decline')}
        </Button>
      </Form>
    </section>
  )
}
