import { words } from '#platform/words/browser/index.ts'
import type { Locale } from '#platform/words/words.ts'

interface ConflictNoticeProps {
  locale: Locale
  /** Name of the input whose text was changed elsewhere; its `version.<name>` already carries `version`, so that sending again keeps one's own. */
  name: string
  theirs: string
  version: number
  /** The page that shows what stands, for whoever takes the other text. */
  href: string
}

/** Stands beside a field whose text two people, or one in two windows, changed: both texts, and nothing overwritten. */
export const ConflictNotice = ({ locale, name, theirs, version, href }: ConflictNoticeProps) => {
  const t = words(locale)
  return (
    <div class="conflict" data-conflict={name} data-version={String(version)}>
      <p class="conflict-title">{t('conflict.title')}</p>
      <p>{t('conflict.mine')}</p>
      <p class="conflict-label">{t('conflict.theirs')}</p>
      <blockquote class="conflict-theirs">{theirs}</blockquote>
      <div class="actions">
        <button class="button button-secondary" type="submit" data-keep="">
          {t('conflict.keep')}
        </button>
        <a class="button button-quiet" href={href} data-take="">
          {t('conflict.take')}
        </a>
      </div>
    </div>
  )
}
