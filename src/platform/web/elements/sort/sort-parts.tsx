import type { PropsWithChildren } from 'hono/jsx'
import { words } from '#platform/words/browser/index.ts'
import type { Locale } from '#platform/words/words.ts'

type SortListProps = PropsWithChildren<{
  /** Id of the form that the items send their places with; unique in the page. */
  form: string
  /** Takes `order` (the ids, one input each) and perhaps `move`; see `sortOrder`. */
  action: string
  label: string
}>

/** A list that people order by dragging, by keyboard, or, without JavaScript, by buttons. Its items may hold forms of their own. */
export const SortList = ({ form, action, label, children }: SortListProps) => (
  <lotse-sort>
    <form id={form} method="post" action={action} />
    <ol class="sort-list" aria-label={label}>
      {children}
    </ol>
  </lotse-sort>
)

type SortItemProps = PropsWithChildren<{ form: string; id: string; name: string; locale: Locale }>

/** One row of a SortList. `name` tells it apart when it is moved without being seen. */
export const SortItem = ({ form, id, name, locale, children }: SortItemProps) => {
  const t = words(locale)
  return (
    <li class="sort-item" id={`sort-${id}`} data-sort={name}>
      <input type="hidden" name="order" value={id} form={form} />
      <div class="sort-content">{children}</div>
      <div class="sort-moves">
        <button class="sort-move" type="submit" form={form} name="move" value={`up:${id}`} aria-label={t('sort.up', { name })}>
          ↑
        </button>
        <button class="sort-move" type="submit" form={form} name="move" value={`down:${id}`} aria-label={t('sort.down', { name })}>
          ↓
        </button>
      </div>
    </li>
  )
}
