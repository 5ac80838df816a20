import { EmptyState, Fold, Note } from '#ui/cards.tsx'
import { Button, Form, LinkButton } from '#ui/form.tsx'
import { longDay } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import type { Frame } from '../parts/frame.ts'
import { PracticePage } from '../parts/practice-page.tsx'
import type { PeerView } from '../queries/profile.ts'
import { type Competency, competencies, competencyById, courseOf, intro, levelInWords, type SelfView } from '../rules/competency.ts'

export interface ProfileProps {
  frame: Frame
  selfViews: readonly SelfView[]
  aim: string | null
  /** What this person asked others for, and what they said. */
  views: readonly PeerView[]
}

/** How somebody sees themselves at a glance, each competency with a page of its own; no total, no average, no chart. */
export const ProfilePage = (props: ProfileProps) => {
  const { frame, selfViews, aim } = props
  const { locale } = frame
  const t = words(locale)
  const all = competencies(locale)
  const practising = aim ? competencyById(aim, locale) : undefined
  const through = `/practice/profile/${all[0]!.id}?through=all`
  return (
    <PracticePage frame={frame} title={t('profile.title')} lead={intro(locale)}>
      {practising && (
        <Note title={t('profile.aiming', { title: practising.title })}>
          <p>{practising.practice}</p>
          <Form action="/practice/profile/aim" class="inline-form" hidden={{ competency: '' }}>
            <Button kind="quiet">{t('profile.aim_end')}</Button>
          </Form>
        </Note>
      )}
      {selfViews.length === 0 ? (
        <EmptyState
          title={t('profile.none')}
          act={
            <LinkButton kind="primary" href={through}>
              {t('profile.begin')}
            </LinkButton>
          }
        >
          <p>{t('profile.empty_how')}</p>
        </EmptyState>
      ) : (
        <p>
          <LinkButton kind="primary" href={through}>
            {t('profile.again')}
          </LinkButton>
        </p>
      )}
      <ul class="lines">
        {all.map((competency) => (
          <li>
            <a href={`/practice/profile/${competency.id}`}>{competency.title}</a>
            <p class="small">{inBrief(props, competency).join(' · ')}</p>
          </li>
        ))}
      </ul>
      {selfViews.length > 0 && <Days {...props} />}
    </PracticePage>
  )
}

/** Where one placed oneself last, and who saw what when asked. */
function inBrief({ frame: { locale }, selfViews, views }: ProfileProps, { id }: Competency): string[] {
  const t = words(locale)
  const last = courseOf(id, selfViews).at(-1)
  const seen = views.filter(({ competency, answers }) => competency === id && answers).map(({ peerName }) => peerName)
  return [
    last ? levelInWords(last.level, locale) : t('profile.not_yet'),
    ...[...new Set(seen)].map((name) => t('profile.seen_by', { name })),
  ]
}

const Days = ({ frame: { locale }, selfViews }: ProfileProps) => {
  const t = words(locale)
  return (
    <Fold id="days" summary={t('profile.days')}>
      <ul class="list">
        {selfViews.map(({ day }) => (
          <li class="row">
            <span>{longDay(day, locale)}</span>
            <Form action={`/practice/profile/days/${day}/removal`} class="inline-form">
              <Button kind="quiet" label={t('profile.forget_label', { day: longDay(day, locale) })}>
                {t('profile.forget')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
