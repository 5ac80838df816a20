import { LinkButton } from '#ui/form.tsx'
import { words } from '../messages/index.ts'
import { CaseLines, OpenCaseLines } from '../parts/case-lines.tsx'
import type { Frame } from '../parts/frame.ts'
import { PracticePage } from '../parts/practice-page.tsx'
import type { CaseLine, openCases } from '../queries/intervision.ts'

interface CasesProps {
  frame: Frame
  mine: readonly CaseLine[]
  open: Awaited<ReturnType<typeof openCases>>
  facilitates: boolean
}

/** Cases: one's own, those about one's own journeys, and those of colleagues. */
export const CasesPage = ({ frame, mine, open, facilitates }: CasesProps) => {
  const t = words(frame.locale)
  const own = mine.filter(({ isMine }) => isMine)
  const aboutMe = mine.filter(({ isMine }) => !isMine)
  return (
    <PracticePage frame={frame} title={t('cases.title')} lead={t('cases.lead')}>
      {facilitates ? (
        <p>
          <LinkButton kind="primary" href="/practice/cases/new">
            {t('cases.new')}
          </LinkButton>
        </p>
      ) : (
        <p>{t('cases.closed')}</p>
      )}
      {aboutMe.length > 0 && (
        <section class="section">
          <h2>{t('cases.about_me')}</h2>
          <CaseLines cases={aboutMe} frame={frame} />
        </section>
      )}
      {facilitates && (
        <section class="section">
          <h2>{t('cases.others')}</h2>
          {open.length === 0 ? <p class="soft">{t('cases.others_none')}</p> : <OpenCaseLines cases={open} frame={frame} />}
        </section>
      )}
      {(facilitates || own.length > 0) && (
        <section class="section">
          <h2>{t('cases.mine')}</h2>
          {own.length === 0 ? <p class="soft">{t('cases.mine_none')}</p> : <CaseLines cases={own} frame={frame} />}
        </section>
      )}
    </PracticePage>
  )
}
