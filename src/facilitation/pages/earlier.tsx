import type { Me } from '#platform/db/bound.ts'
import type { Assets } from '#platform/web/env.ts'
import { Actions, Button, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import type { FacilitationWords } from '../messages/index.ts'
import { toAgreement } from '../parts/agreement-acts.tsx'
import { EarlierChoice } from '../parts/earlier-choice.tsx'
import type { EarlierItem } from '../queries/earlier.ts'
import type { Agreement } from '../rules/agreement.ts'

interface EarlierProps {
  agreement: Agreement
  items: readonly EarlierItem[]
  withheld: ReadonlySet<string>
  me: Me
  assets: Assets
  now: Date
  happened?: string | undefined
  t: FacilitationWords
}

/** The learner decides what somebody who accompanies sees of what lies behind; it can be changed at any time. */
export const EarlierPage = ({ agreement, items, withheld, me, assets, now, t, happened }: EarlierProps) => {
  const name = agreement.facilitatorName
  const back = `/journeys/${agreement.journeyId}/facilitation`
  return (
    <Page title={t('earlier.title', { name })} locale={me.locale} assets={assets} me={me} place="journeys" flash={happened}>
      <PageTitle title={t('earlier.title', { name })} overline={<a href={back}>{t('facilitation.title')}</a>}>
        {t(items.length > 0 ? 'earlier.lead' : 'earlier.nothing', { name })}
      </PageTitle>
      {items.length > 0 && (
        <Form action={`${toAgreement(agreement)}/earlier`} id="earlier-form">
          <EarlierChoice items={items} withheld={withheld} name={name} me={me} now={now} t={t} />
          <Actions>
            <Button kind="primary">{t('earlier.save')}</Button>
            <Button kind="quiet" name="only" value="now">
              {t('earlier.only_now')}
            </Button>
            <LinkButton kind="quiet" href={back}>
              {t('earlier.back')}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </Page>
  )
}
