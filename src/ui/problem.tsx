import type { Assets } from '#platform/web/env.ts'
import type { Locale } from '#platform/words/words.ts'
import { CompassDrawing } from './drawings.tsx'
import { Actions, LinkButton } from './form.tsx'
import { words } from './messages/index.ts'
import { Page, PageTitle } from './page.tsx'

interface ProblemPageProps {
  status: number
  locale: Locale
  assets: Assets
  /** Leads from what somebody reports to the line in the log. */
  requestId: string | undefined
}

const kindOf = (status: number) => {
  if (status === 404) return 'absent'
  if (status === 403) return 'foreign_form'
  if (status === 413) return 'too_large'
  if (status === 429) return 'too_often'
  return status < 500 ? 'not_understood' : 'broken'
}

/** What happened, in a sentence, and where to go on. What one may not see looks exactly like what does not exist. */
export const problemPage = ({ status, locale, assets, requestId }: ProblemPageProps) => {
  const t = words(locale)
  const kind = kindOf(status)
  return (
    <Page title={t(`problem_page.${kind}`)} locale={locale} assets={assets}>
      <CompassDrawing />
      <PageTitle title={t(`problem_page.${kind}`)}>{t(`problem_page.${kind}_how`)}</PageTitle>
      <Actions>
        <LinkButton href="/">{t('problem_page.home')}</LinkButton>
      </Actions>
      {kind === 'broken' && requestId && <p class="small">{t('problem_page.id', { id: requestId })}</p>}
    </Page>
  )
}
