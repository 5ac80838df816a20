import { dayIn } from '#platform/clock.ts'
import { Note } from '#ui/cards.tsx'
import { PageTitle } from '#ui/page.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import type { Reader } from '#ui/time.ts'
import { fullDay } from '#ui/time.ts'
import { draftOf } from '../content/drafts.ts'
import { words } from '../messages/index.ts'
import type { PublicFrame } from '../parts/frame.ts'
import { Prose } from '../parts/prose.tsx'
import { languageFor, type PublicText, type TextKind } from '../site.ts'

type Props = { frame: PublicFrame; kind: TextKind; text: PublicText | undefined; reader: Reader }

/** A text that the organisation owes the public; until it has written it, an honest draft that says so. */
export const TextPage = ({ frame, kind, text, reader }: Props) => {
  const t = words(frame.locale)
  const title = t(`text.${kind}`)
  const elsewhere = text && text.language !== languageFor(frame.locale)
  return (
    <PublicPage title={title} description={t(`text.${kind}_description`, { organisation: frame.organisationName })} {...frame}>
      <PageTitle title={title} />
      {!text && (
        <Note tone="caution" title={t('text.draft')}>
          <p>{t(`text.draft_${kind}`)}</p>
          {frame.me?.isAdmin && (
            <p>
              <a href={`/organisation/texts/${kind}/${languageFor(frame.locale)}`}>{t('text.write')}</a>
            </p>
          )}
        </Note>
      )}
      {elsewhere && <p class="small">{t(`text.only_${text.language}`)}</p>}
      <Prose lang={elsewhere ? text.language : undefined}>{text?.body ?? draftOf(kind, frame.locale, frame.organisationName)}</Prose>
      {text && <p class="small">{t('text.as_of', { day: fullDay(dayIn(reader.timeZone, text.writtenAt), frame.locale) })}</p>}
    </PublicPage>
  )
}
