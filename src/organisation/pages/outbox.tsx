import type { Frame } from '#person/parts/frame.ts'
import { dayIn } from '#platform/clock.ts'
import { EmptyState, Note } from '#ui/cards.tsx'
import { BuoyDrawing } from '#ui/drawings.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { type Reader, sayDate } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import type { OutboxLine } from '../queries.ts'

interface Props {
  frame: Frame
  lines: readonly OutboxLine[]
  canMail: boolean
  reader: Reader
  now: Date
}

const states = ['failed', 'unknown', 'waiting', 'sending'] as const

/** That mail waits, and what became of some: in numbers, never to whom or what. */
export const OutboxPage = (props: Props) => {
  const { frame, lines, canMail } = props
  const t = words(frame.locale)
  return (
    <Page title={t('outbox.title')} {...frame}>
      <PageTitle title={t('outbox.title')} overline={<a href="/organisation">{frame.organisationName}</a>}>
        {t('outbox.lead')}
      </PageTitle>
      {!canMail && (
        <Note title={t('outbox.no_server')}>
          <p>{t('outbox.no_server_what')}</p>
        </Note>
      )}
      {canMail && lines.length === 0 && (
        <EmptyState drawing={<BuoyDrawing />} title={t('outbox.none')}>
          <p>{t('outbox.none_what')}</p>
        </EmptyState>
      )}
      {states.map((state) => {
        const found = lines.filter((line) => line.state === state)
        return found.length > 0 && <InState {...props} state={state} lines={found} />
      })}
    </Page>
  )
}

const InState = ({ state, lines, ...rest }: Props & { state: OutboxLine['state'] }) => {
  const t = words(rest.frame.locale)
  return (
    <section class="section">
      <h2>{t(`outbox.${state}`)}</h2>
      {state !== 'sending' && <p>{t(`outbox.${state}_what`)}</p>}
      <ul class="list">
        {lines.map((line) => (
          <Line {...rest} line={line} />
        ))}
      </ul>
    </section>
  )
}

const Line = ({ line, canMail, reader, now }: Omit<Props, 'lines'> & { line: OutboxLine }) => {
  const t = words(reader.locale)
  const { kind, state, letters, people, problem } = line
  const when = sayDate(dayIn(reader.timeZone, line.since), dayIn(reader.timeZone, now), reader.locale)
  const hidden = { kind, state, seenAt: now.toISOString() }
  const named = (act: string) => t('outbox.act_label', { kind: t(`outbox.kind.${kind}`), act })
  return (
    <li class="stack">
      <h3>{t(`outbox.kind.${kind}`)}</h3>
      <p class="soft">
        {t('outbox.line', { letters, people, when })}
        {problem && ` · ${t(`outbox.problem.${problem}`)}`}
      </p>
      {state !== 'sending' && (
        <Actions>
          {canMail && problem !== 'returned' && (
            <Form action="/organisation/mail/again" hidden={hidden} class="inline-form">
              <Button label={named(t(`outbox.again.${state}`))}>{t(`outbox.again.${state}`)}</Button>
            </Form>
          )}
          {state !== 'waiting' && (
            <Form action="/organisation/mail/let-go" hidden={hidden} class="inline-form">
              <Button kind="quiet" label={named(t('outbox.go'))}>
                {t('outbox.go')}
              </Button>
            </Form>
          )}
        </Actions>
      )}
    </li>
  )
}
