import { RadioGroup } from '#ui/choices.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { longDay } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { Change } from '../parts/change.tsx'
import { broughtIn } from '../parts/page-data.ts'
import { Result } from '../parts/result.tsx'
import { Showing } from '../parts/showing.tsx'
import type { KeptScan } from '../queries.ts'
import { comparable, profileOf, score } from '../quickscan.ts'
import { type Frame, ScanPage } from './frame.tsx'

interface KeptScanProps {
  frame: Frame & { me: NonNullable<Frame['me']> }
  scan: KeptScan
  /** The one before it, of the same person; nobody else's view has one. */
  earlier: KeptScan | undefined
  companions: readonly { personId: string; name: string }[]
  flash?: string
}

/** One kept scan: to its owner with change, sharing and deletion; to whoever it is shown to with its values alone. */
export const KeptScanPage = ({ frame, scan, earlier, companions, flash }: KeptScanProps) => {
  const { locale, me } = frame
  const t = words(locale)
  const isMine = scan.personId === me.personId
  const day = (date: string) => longDay(date, locale)
  const brought = broughtIn(locale, scan.constants)
  const profile = scan.form === 'full' ? profileOf(scan.values, scan.constants) : {}
  const scored = isMine && scan.answers ? score(scan.answers, scan.form, scan.constants) : { ...scan.values, ...profile }
  const compared = earlier?.answers && scan.answers ? comparable(comparing(earlier), comparing(scan), scan.constants) : undefined
  return (
    <ScanPage frame={frame} title={t('scan.title', { date: day(scan.takenOn) })} flash={flash}>
      <p class="small">
        <a href="/quickscan/mine">{t('mine.title')}</a>
      </p>
      <Result
        scored={scored}
        form={scan.form}
        brought={brought}
        t={t}
        taken={day(scan.takenOn)}
        earlier={compared?.form === 'full' ? compared.t1 : undefined}
        privacy={isMine ? undefined : t('scan.owner', { name: scan.ownerName })}
        change={earlier && <Change earlier={earlier} later={scan} since={day(earlier.takenOn)} said={brought.said} t={t} />}
        isMine={isMine}
      >
        {isMine && earlier && <LookBack scan={scan} frame={frame} />}
        {isMine && <Showing scan={scan} me={me} companions={companions} t={t} />}
        {isMine && (
          <section class="section scan-after">
            <p class="small">{t('scan.constants')}</p>
            <p>
              <a href={`/quickscan/mine/${scan.id}/file`} download>
                {t('after.file')}
              </a>
            </p>
            <Form action={`/quickscan/mine/${scan.id}/removal`}>
              <Button kind="quiet">{t('scan.delete')}</Button>
            </Form>
          </section>
        )}
      </Result>
    </ScanPage>
  )
}

const comparing = ({ form, answers }: KeptScan) => ({ form, answers: answers ?? {} })

/** The optional question after a re-test, against the yardstick that learning itself moves. */
const LookBack = ({ scan, frame: { locale } }: { scan: KeptScan; frame: Frame }) => {
  const t = words(locale)
  const { retrospective } = broughtIn(locale, scan.constants).said
  return (
    <section class="section" id="look-back">
      <Form action={`/quickscan/mine/${scan.id}/look-back`}>
        <RadioGroup
          name="answer"
          locale={locale}
          label={retrospective.text}
          hint={t('scan.look_back_how')}
          value={scan.lookBack ?? undefined}
          options={retrospective.options.map(({ value, text }) => ({ value, label: text }))}
          optional
        />
        <Actions>
          <Button>{t('scan.look_back_send')}</Button>
        </Actions>
      </Form>
    </section>
  )
}
