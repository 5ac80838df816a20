import type { Me } from '#platform/db/bound.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import type { Assets } from '#platform/web/env.ts'
import { CheckboxGroup } from '#ui/choices.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { Words } from '#ui/words.tsx'
import type { FacilitationWords } from '../messages/index.ts'
import { daysOf, deputyStanding, toDeputy } from '../parts/deputies.tsx'
import { type DeputyOffer, isAgreed, partIn, wantsWordOf } from '../rules/deputy.ts'

interface DeputyProps {
  offer: DeputyOffer
  me: Me
  assets: Assets
  now: Date
  t: FacilitationWords
  /** The statement about superiors is missing. */
  unticked?: boolean
}

/** Who would stand in for whom, on which days, and what each of the three can say to it. */
export const DeputyPage = (props: DeputyProps) => {
  const { offer, me, assets, now, t, unticked } = props
  const part = partIn(offer, me.personId)
  const names = { learner: offer.learnerName, deputy: offer.deputyName, facilitator: offer.facilitatorName }
  const problems: Record<string, string> = unticked ? { neitherIsSuperior: t('deputy.tick_needed') } : {}
  return (
    <Page title={t('deputy.title')} locale={me.locale} assets={assets} me={me} place={part === 'learner' ? 'journeys' : 'accompanying'}>
      <PageTitle title={t('deputy.stands_in', { name: offer.deputyName, for: offer.facilitatorName })} overline={<WayBack {...props} />}>
        {daysOf(offer, props)}
      </PageTitle>
      <ErrorSummary locale={me.locale} problems={problems} />
      <p>{t(part === 'facilitator' ? 'deputy.asked_by_me' : `deputy.asks_${part}`, names)}</p>
      <p>{t('deputy.reads', names)}</p>
      {part === 'learner' && <p>{t('deputy.goes_on')}</p>}
      <LiveRegion id="deputy-now" topics={[me.personId]} at={now} src={toDeputy(offer)}>
        <p>
          <strong>{deputyStanding(offer, me.personId, t)}</strong>
        </p>
      </LiveRegion>
      {wantsWordOf(offer, me.personId) ? <Word {...props} names={names} /> : <Ending {...props} />}
    </Page>
  )
}

const WayBack = ({ offer, me, t }: DeputyProps) =>
  partIn(offer, me.personId) === 'learner' ? (
    <a href={`/journeys/${offer.journeyId}/facilitation`}>{t('facilitation.title')}</a>
  ) : offer.title ? (
    <a href={`/journeys/${offer.journeyId}`}>
      <Words inline>{offer.title}</Words>
    </a>
  ) : (
    <a href="/accompanying">{t('facilitation.title')}</a>
  )

const Word = ({ offer, me, t, unticked, names }: DeputyProps & { names: Record<string, string> }) => {
  const says = t(partIn(offer, me.personId) === 'learner' ? 'deputy.tick_learner' : 'deputy.tick_deputy', names)
  return (
    <Form action={`${toDeputy(offer)}/word`}>
      <CheckboxGroup
        locale={me.locale}
        name="neitherIsSuperior"
        label={t('deputy.tick')}
        error={unticked ? t('deputy.tick_needed') : undefined}
        options={[{ value: 'yes', label: says }]}
      />
      <Actions>
        <Button kind="primary">{t('deputy.agree')}</Button>
        <Button kind="quiet" further={{ formaction: `${toDeputy(offer)}/ending` }}>
          {t('deputy.decline')}
        </Button>
      </Actions>
      <p class="small">{t('deputy.no_reason')}</p>
    </Form>
  )
}

const Ending = ({ offer, me, t, now }: DeputyProps) => {
  const reads = isAgreed(offer) && offer.startsAt <= now
  const isMine = partIn(offer, me.personId) === 'facilitator'
  return (
    <Form action={`${toDeputy(offer)}/ending`}>
      <Actions>
        {(reads || partIn(offer, me.personId) !== 'deputy') && (
          <LinkButton href={`/journeys/${offer.journeyId}`}>{t('deputy.to_journey')}</LinkButton>
        )}
        <Button>{t(isAgreed(offer) ? 'deputy.end' : isMine ? 'deputy.take_back' : 'deputy.decline')}</Button>
      </Actions>
      <p class="small">{t(isAgreed(offer) ? 'deputy.end_how' : 'deputy.no_reason')}</p>
    </Form>
  )
}
