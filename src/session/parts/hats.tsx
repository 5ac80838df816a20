import { returnAt } from '#facilitation/rules/hats.ts'
import { Actions, Button, Form, LinkButton } from '#ui/form.tsx'
import { sayClock } from '#ui/time.ts'
import { Words } from '#ui/words.tsx'
import { askedNow, hatNow, mayAnswer, mayAsk, wornNow } from '../rules/hats.ts'
import type { HatSegment } from '../session.ts'
import { addressOf, type SessionProps } from './props.ts'

/** The one hat that is worn now, and what is asked: visible to everybody all the time. */
export const HatsNow = (props: SessionProps) => {
  const { session, me, t } = props
  const worn = wornNow(session.hats)
  const asked = askedNow(session.hats)
  const last = session.hats.at(-1)
  return (
    <section class={`water hat hat-${hatNow(session.hats)}`} aria-label={t('hat.now', { hat: t(`hat.${hatNow(session.hats)}`) })}>
      {worn ? <Worn {...props} segment={worn} /> : <p class="hat-name">{t('hat.now', { hat: t('hat.facilitation') })}</p>}
      {asked && <Asked {...props} segment={asked} />}
      {!asked && last?.answeredAt && !last.startedAt && (
        <p class="small soft">{t('hat.declined', { name: last.name, hat: t(`hat.${last.hat}`) })}</p>
      )}
      {!asked && !mayAsk(session, me.personId) && (
        <p>
          <LinkButton kind="quiet" href={`${addressOf(session)}/hats`}>
            {t('hat.change')}
          </LinkButton>
        </p>
      )}
    </section>
  )
}

type SegmentProps = SessionProps & { segment: HatSegment }

/** Who, which hat, and in their own words what for. */
const Said = ({
  me,
  t,
  segment,
  mine,
  theirs,
}: SegmentProps & { mine: 'hat.worn_you' | 'hat.asks_you'; theirs: 'hat.worn' | 'hat.asks' }) => (
  <>
    {t(segment.personId === me.personId ? mine : theirs, { name: segment.name, hat: t(`hat.${segment.hat}`), purpose: '' })}
    <Words inline>{segment.purpose}</Words>
  </>
)

const Worn = (props: SegmentProps) => {
  const { session, me, now, t, segment } = props
  const end = returnAt(segment.startedAt!, segment.minutes)
  const here = `${addressOf(session)}/hats/${segment.id}`
  return (
    <>
      <p class="hat-name">
        <Said {...props} mine="hat.worn_you" theirs="hat.worn" /> <span class="soft">{t('hat.until', { time: sayClock(end, me) })}</span>
      </p>
      <lotse-due data-at={String(end.getTime())} hidden={end > now}>
        <p>{t('hat.over')}</p>
      </lotse-due>
      <Form action={here} class="inline-form">
        <Actions>
          <Button name="act" value="return">
            {t('hat.return')}
          </Button>
          <Button kind="quiet" name="act" value="longer">
            {t('hat.longer')}
          </Button>
        </Actions>
      </Form>
    </>
  )
}

const Asked = (props: SegmentProps) => {
  const { session, me, t, segment } = props
  return (
    <div class="hat-asked" role="status">
      <p>
        <Said {...props} mine="hat.asks_you" theirs="hat.asks" />
      </p>
      {mayAnswer(session, me.personId, segment.id) && (
        <Form action={`${addressOf(session)}/hats/${segment.id}`} class="inline-form">
          <Actions>
            <Button kind="primary" name="act" value="accept">
              {t('hat.accept')}
            </Button>
            <Button kind="quiet" name="act" value="decline">
              {t('hat.decline')}
            </Button>
          </Actions>
        </Form>
      )}
    </div>
  )
}

/** Which hats were worn, once a session is over. */
export const HatsWorn = ({ session, me, t }: SessionProps) => {
  const worn = session.hats.filter((segment) => segment.startedAt && segment.endedAt)
  if (worn.length === 0) return null
  return (
    <section>
      <h2>{t('hat.segments')}</h2>
      <ul class="lines">
        {worn.map(({ hat, startedAt, endedAt, purpose }) => (
          <li>{t('hat.segment', { hat: t(`hat.${hat}`), from: sayClock(startedAt!, me), to: sayClock(endedAt!, me), purpose })}</li>
        ))}
      </ul>
    </section>
  )
}
