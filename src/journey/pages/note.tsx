import { Note } from '#ui/cards.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { WayBack } from '../parts/head.tsx'
import { NoteForm } from '../parts/note-form.tsx'
import type { CycleProps } from '../parts/phase.ts'
import type { ObservationView } from '../queries/whole.ts'

/** One note with all its fields. */
export const NotePage = (props: CycleProps & { note: ObservationView }) => {
  const { whole, me, assets, refill, t } = props
  return (
    <Page title={t('attempt.edit_title')} locale={me.locale} assets={assets} me={me} place="journeys">
      <PageTitle title={t('attempt.edit_title')} overline={<WayBack whole={whole} t={t} />} />
      {refill?.refusal && (
        <Note tone="caution">
          <p id="refusal" role="alert">
            {refill.refusal}
          </p>
        </Note>
      )}
      <NoteForm {...props} />
    </Page>
  )
}
