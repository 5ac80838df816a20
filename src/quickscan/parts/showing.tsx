import { dayIn } from '#platform/clock.ts'
import type { Me } from '#platform/db/bound.ts'
import { Select } from '#ui/fields.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { longDay } from '#ui/time.ts'
import type { QuickscanWords } from '../messages/index.ts'
import type { KeptScan } from '../queries.ts'

interface ShowingProps {
  scan: KeptScan
  me: Me
  /** Who accompanies a journey of the owner now. */
  companions: readonly { personId: string; name: string }[]
  t: QuickscanWords
}

/** Who can see this scan, by name and since when; ended by one press. */
export const Showing = ({ scan, me, companions, t }: ShowingProps) => {
  const others = companions.filter(({ personId }) => !scan.shares.some(({ readerId }) => readerId === personId))
  return (
    <section class="section" id="sharing" aria-labelledby="scan-sharing">
      <h2 id="scan-sharing">{t('scan.share')}</h2>
      {scan.shares.length > 0 && (
        <ul class="list">
          {scan.shares.map(({ id, name, since }) => (
            <li class="row">
              <span>{t('scan.shared_since', { name, date: longDay(dayIn(me.timeZone, since), me.locale) })}</span>
              <Form action={`/quickscan/mine/${scan.id}/shares/${id}/ending`} class="inline-form">
                <Button kind="quiet" label={t('scan.share_end_label', { name })}>
                  {t('scan.share_end')}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <Form action={`/quickscan/mine/${scan.id}/shares`}>
          <Select
            name="readerId"
            locale={me.locale}
            label={t('scan.share_with')}
            hint={t('scan.share_how')}
            value={others[0]!.personId}
            options={others.map(({ personId, name }) => ({ value: personId, label: name }))}
            width="half"
          />
          <Actions>
            <Button>{t('scan.share_send')}</Button>
          </Actions>
        </Form>
      )}
      {companions.length === 0 && <p>{t('scan.share_nobody')}</p>}
      <h3 class="scan-talk">{t('scan.talk')}</h3>
      <ul>
        <li>{t('scan.talk_1')}</li>
        <li>{t('scan.talk_2')}</li>
        <li>{t('scan.talk_3')}</li>
      </ul>
    </section>
  )
}
