import { Page, PageTitle } from '#ui/page.tsx'
import { longDay } from '#ui/time.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { words } from '../messages/index.ts'
import { CaseLines, OpenCaseLines } from '../parts/case-lines.tsx'
import type { Frame } from '../parts/frame.ts'
import { Waiting } from '../parts/waiting.tsx'
import type { CaseLine, openCases } from '../queries/intervision.ts'
import type { Entry } from '../queries/journal.ts'
import type { WaitingInPractice } from '../queries/waiting.ts'
import { competencyById, type SelfView } from '../rules/competency.ts'

interface PracticeProps {
  frame: Frame
  profile: { selfViews: SelfView[]; aim: string | null }
  entries: readonly Entry[]
  mine: readonly CaseLine[]
  open: Awaited<ReturnType<typeof openCases>>
  waiting: readonly WaitingInPractice[]
  facilitates: boolean
}

/** One's own practice at a glance: the profile, the journal, cases, and what lies with one. */
export const PracticeHome = ({ frame, profile, entries, mine, open, waiting, facilitates }: PracticeProps) => {
  const { locale, me, now } = frame
  const t = words(locale)
  const [last] = profile.selfViews
  const aim = profile.aim ? competencyById(profile.aim, locale) : undefined
  return (
    <Page title={t('practice.title')} {...frame} place="accompanying">
      <PageTitle title={t('practice.title')}>{t('practice.lead')}</PageTitle>
      <Waiting waiting={waiting} locale={locale} />
      <section class="section">
        <h2>
          <a href="/practice/profile">{t('profile.title')}</a>
        </h2>
        <p class="small">
          {t('practice.only_you')} {last ? t('profile.last', { day: longDay(last.day, locale) }) : t('profile.none')}
        </p>
        {aim && (
          <>
            <p>{t('profile.aiming', { title: aim.title })}</p>
            <p class="soft">{aim.practice}</p>
          </>
        )}
      </section>
      <section class="section">
        <h2>
          <a href="/practice/journal">{t('journal.title')}</a>
        </h2>
        <p class="small">{t('practice.only_you')}</p>
        {entries.length > 0 && (
          <ul class="lines">
            {entries.slice(0, 3).map((entry) => (
              <li>
                <span class="lines-when">
                  <When at={entry.writtenAt} reader={me} now={now} />
                </span>{' '}
                <a href={`/practice/journal/${entry.id}`}>
                  <Words inline>{firstWords(entry.body)}</Words>
                </a>
              </li>
            ))}
          </ul>
        )}
        <p>
          <a href="/practice/journal/new">{t('journal.new')}</a>
        </p>
      </section>
      <section class="section">
        <h2>
          <a href="/practice/cases">{t('cases.title')}</a>
        </h2>
        <CaseLines cases={mine} frame={frame} />
        <OpenCaseLines cases={open.slice(0, 5)} frame={frame} />
        {!facilitates && mine.length === 0 && <p class="small">{t('cases.closed')}</p>}
        {facilitates && (
          <p>
            <a href="/practice/cases/new">{t('cases.new')}</a>
          </p>
        )}
      </section>
      <section class="section">
        <h2>{t('practice.take')}</h2>
        <p>{t('practice.take_how')}</p>
        <p class="row">
          <a href="/practice/export.md" download>
            {t('practice.take_md')}
          </a>
          <a href="/practice/export.json" download>
            {t('practice.take_json')}
          </a>
        </p>
      </section>
    </Page>
  )
}

const firstWords = (body: string) => {
  const line = body.split('\n')[0]!
  return line.length > 80 ? `${line.slice(0, line.lastIndexOf(' ', 80))} …` : line
}
