import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Locale } from '#platform/words/words.ts'
import { Button, Form } from './form.tsx'
import { words } from './messages/index.ts'

type Answer = { action: string; label?: string; hidden?: Record<string, string | number> }

type ProposalProps = PropsWithChildren<{
  locale: Locale
  id?: string
  /** Who proposes what, as a sentence: "Lena schlägt einen Schritt vor". */
  says: Child
  when?: Child
  accept?: Answer
  decline?: Answer
  /** What became of it, once it is answered. */
  outcome?: Child
}>

/** What somebody suggests and the learner decides. */
export const Proposal = ({ locale, id, says, when, accept, decline, outcome, children }: ProposalProps) => {
  const t = words(locale)
  return (
    <article class="proposal" id={id}>
      <p class="card-says">
        {says}
        {when && <span class="card-when"> · {when}</span>}
      </p>
      <div class="card-words">{children}</div>
      {outcome && <p class="small">{outcome}</p>}
      {(accept || decline) && (
        <div class="actions">
          {accept && <Reply answer={accept} kind="secondary" label={accept.label ?? t('proposal.accept')} />}
          {decline && <Reply answer={decline} kind="quiet" label={decline.label ?? t('proposal.decline')} />}
        </div>
      )}
    </article>
  )
}

const Reply = ({ answer, kind, label }: { answer: Answer; kind: 'secondary' | 'quiet'; label: string }) => (
  <Form action={answer.action} hidden={answer.hidden} class="inline-form">
    <Button kind={kind}>{label}</Button>
  </Form>
)

/** A few sentences set apart. Caution is for warnings only, harbour for what is solved or agreed. */
export const Note = ({ tone = 'plain', title, children }: PropsWithChildren<{ tone?: 'plain' | 'caution' | 'harbour'; title?: Child }>) => (
  <div class={`note note-${tone}`}>
    {title && <p class="note-title">{title}</p>}
    {children}
  </div>
)

/** Says what this place is for and offers the one first act. */
export const EmptyState = ({ drawing, title, act, children }: PropsWithChildren<{ drawing?: Child; title: Child; act?: Child }>) => (
  <div class="empty">
    {drawing}
    <h2>{title}</h2>
    {children}
    {act && <div class="actions">{act}</div>}
  </div>
)

/** Something kept at hand but folded away. A stable id keeps it open across a live refresh. */
export const Fold = ({
  summary,
  aside,
  open,
  id,
  children,
}: PropsWithChildren<{ summary: Child; aside?: Child; open?: boolean; id?: string }>) => (
  <details class="fold" id={id} open={open}>
    <summary>
      <span class="fold-name">{summary}</span>
      {aside && <span class="fold-aside">{aside}</span>}
    </summary>
    <div class="fold-body">{children}</div>
  </details>
)

/** One person's words under their name. */
export const Quote = ({ by, when, children }: PropsWithChildren<{ by: Child; when?: Child }>) => (
  <figure class="quote">
    <figcaption class="card-says">
      {by}
      {when && <span class="card-when"> · {when}</span>}
    </figcaption>
    <blockquote class="words">{children}</blockquote>
  </figure>
)
