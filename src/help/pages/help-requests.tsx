import type { Me } from '#platform/db/bound.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import type { Assets } from '#platform/web/env.ts'
import { EmptyState, Fold } from '#ui/cards.tsx'
import { BuoyDrawing } from '#ui/drawings.tsx'
import { LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { words } from '../messages/index.ts'
import { HelpedStepLines } from '../parts/assignee.tsx'
import { HelpRequestLines } from '../parts/help-request.tsx'
import type { HelpedStepLine } from '../queries/assignee.ts'
import type { HelpRequestLine } from '../queries/help-request.ts'
import { helpTurn } from '../rules/help-request.ts'

interface HelpRequestsProps {
  me: Me
  assets: Assets
  now: Date
  requests: readonly HelpRequestLine[]
  steps: readonly HelpedStepLine[]
  flash?: string | undefined
}

/** What others ask this person, and what they ask others. */
export const HelpRequestsPage = ({ me, assets, now, requests, steps, flash }: HelpRequestsProps) => {
  const t = words(me.locale)
  const isOver = (request: HelpRequestLine) => helpTurn(request) === 'nobody'
  const [toMe, fromMe] = [requests.filter(({ mine }) => !mine), requests.filter(({ mine }) => mine)]
  const common = { reader: me, now }
  const open = (some: readonly HelpRequestLine[]) => some.filter((request) => !isOver(request))
  const over = requests.filter(isOver)
  return (
    <Page title={t('help.title')} locale={me.locale} assets={assets} me={me} place="today" flash={flash}>
      <PageTitle title={t('help.title')}>{t('help.lead')}</PageTitle>
      <LiveRegion id="help-requests" topics={[me.personId]} at={now}>
        {requests.length + steps.length === 0 && (
          <EmptyState
            drawing={<BuoyDrawing />}
            title={t('help.none')}
            act={<LinkButton href="/journeys">{t('help.to_journeys')}</LinkButton>}
          >
            <p>{t('help.empty')}</p>
          </EmptyState>
        )}
        {open(toMe).length > 0 && (
          <section class="stack">
            <h2>{t('help.asked_of_me')}</h2>
            <HelpRequestLines {...common} requests={open(toMe)} />
          </section>
        )}
        {open(fromMe).length > 0 && (
          <section class="stack">
            <h2>{t('help.asked_by_me')}</h2>
            <HelpRequestLines {...common} requests={open(fromMe)} />
          </section>
        )}
        {steps.length > 0 && (
          <section class="stack">
            <h2>{t('assignee.steps')}</h2>
            <HelpedStepLines steps={steps} reader={me} now={now} />
          </section>
        )}
        {over.length > 0 && (
          <Fold id="earlier" summary={t('help.earlier')} aside={String(over.length)}>
            <HelpRequestLines {...common} requests={over} />
          </Fold>
        )}
      </LiveRegion>
    </Page>
  )
}
