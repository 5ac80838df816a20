import type { Child, PropsWithChildren } from 'hono/jsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { words } from '../messages/index.ts'
import type { Frame } from './frame.ts'

type PracticePageProps = PropsWithChildren<{ frame: Frame; title: string; lead?: Child; above?: { href: string; title: string } }>

/** A page of one's own practice, with the way back to the one above it. */
export const PracticePage = ({ frame, title, lead, above, children }: PracticePageProps) => {
  const up = above ?? { href: '/practice', title: words(frame.locale)('practice.title') }
  return (
    <Page title={title} {...frame} place="accompanying">
      <PageTitle title={title} overline={<a href={up.href}>{up.title}</a>}>
        {lead}
      </PageTitle>
      {children}
    </Page>
  )
}
