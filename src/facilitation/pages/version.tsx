import type { Me } from '#platform/db/bound.ts'
import type { Assets } from '#platform/web/env.ts'
import { Page, PageTitle } from '#ui/page.tsx'
import type { FacilitationWords } from '../messages/index.ts'
import { toAgreement } from '../parts/agreement-acts.tsx'
import { Letter } from '../parts/letter.tsx'
import { becameOf, nameOfVersion } from '../parts/versions.tsx'
import type { Agreement, AgreementVersion } from '../rules/agreement.ts'

interface VersionProps {
  agreement: Agreement
  version: AgreementVersion
  me: Me
  assets: Assets
  now: Date
  t: FacilitationWords
}

/** One version of an agreement as a whole, as it was written: to read and to print. */
export const VersionPage = (props: VersionProps) => {
  const { agreement, version, me, assets, t } = props
  const title = nameOfVersion(agreement, version, t)
  return (
    <Page title={title} locale={me.locale} assets={assets} me={me} place="journeys" styles={['agreement.css']}>
      <div class="agreement">
        <PageTitle title={title} overline={<a href={toAgreement(agreement)}>{t('agreement.title')}</a>}>
          {becameOf(version, props)}
        </PageTitle>
        <div>
          <Letter agreement={agreement} terms={version.terms} version={version} reader={me} t={t} />
        </div>
      </div>
    </Page>
  )
}
