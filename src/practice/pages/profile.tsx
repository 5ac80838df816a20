import { EmptyState, Fold, Note } from '#ui/cards.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { longDay } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import type { Frame } from '../parts/frame.ts'
import { PeerViews } from '../parts/peer-views.tsx'
import { PracticePage } from '../parts/practice-page.tsx'
import type { PeerView } from '../queries/profile.ts'
import {
  type Competency,
  competencies,
  competencyById,
  courseOf,
  intro,
  type Level,
  levelInWords,
  levels,
  type SelfView,
} from '../rules/competency.ts'

export interface ProfileProps {
  frame: Frame
  selfViews: readonly SelfView[]
  aim: string | null
  views: readonly PeerView[]
  peers: readonly { personId: string; name: string }[]
}

/** How somebody sees themselves, then and now, sentence by sentence; no total, no average, no chart. */
export const ProfilePage = (props: ProfileProps) => {
  const { frame, selfViews, aim } = props
  const { locale } = frame
  const t = words(locale)
  const practising = aim ? competencyById(aim, locale) : undefined
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
            <LinkButton kind="primary" href="/practice/profile/today">
              {t('profile.begin')}
            </LinkButton>
          }
        >
          <p>{t('profile.empty_how')}</p>
        </EmptyState>
      ) : (
        <p>
          <LinkButton kind="primary" href="/practice/profile/today">
            {t('profile.again')}
          </LinkButton>
        </p>
      )}
      {competencies(locale).map((competency) => (
        <OneCompetency {...props} competency={competency} />
      ))}
      <PeerViews {...props} />
      {selfViews.length > 0 && (
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
      )}
    </PracticePage>
  )
}

const OneCompetency = ({ frame: { locale }, selfViews, aim, competency }: ProfileProps & { competency: Competency }) => {
  const t = words(locale)
  const { id, title, statement, behaviours, practice } = competency
  const course = courseOf(id, selfViews)
  return (
    <section class="section" id={id}>
      <h2>{title}</h2>
      <p class="words">{statement}</p>
      {course.length === 0 ? (
        <p class="soft">{t('profile.not_yet')}</p>
      ) : (
        <dl class="facts">
          {course.map(({ day, level }) => (
            <>
              <dt>{longDay(day, locale)}</dt>
              <dd>{levelInWords(level, locale)}</dd>
            </>
          ))}
        </dl>
      )}
      <Fold id={`${id}-seen`} summary={t('profile.seen_by_others')}>
        <ul>
          {behaviours.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ul>
        <p>{practice}</p>
        {aim !== id && (
          <Form action="/practice/profile/aim" class="inline-form" hidden={{ competency: id }}>
            <Button kind="quiet" label={t('profile.aim_label', { title })}>
              {t('profile.aim')}
            </Button>
          </Form>
        )}
      </Fold>
    </section>
  )
}

interface TodayProps {
  frame: Frame
  selfViews: readonly SelfView[]
  today: string
  typed?: Record<string, Level>
  wrong?: boolean
}

/** Nine sentences, and where one stands with each today. */
export const SelfViewPage = ({ frame, selfViews, today, typed, wrong }: TodayProps) => {
  const { locale } = frame
  const t = words(locale)
  const chosen = typed ?? selfViews.find(({ day }) => day === today)?.levels ?? {}
  const earlier = selfViews.filter(({ day }) => day !== today)
  const above = { href: '/practice/profile', title: t('profile.title') }
  const problem = t('profile.needs_one')
  return (
    <PracticePage frame={frame} title={t('profile.form_title')} lead={t('profile.form_how')} above={above}>
      <lotse-draft data-key={`self-view:${today}`}>
        <Form id="self-view" action="/practice/profile">
          <ErrorSummary locale={locale} problems={wrong ? { [competencies(locale)[0]!.id]: problem } : {}} />
          <p class="readers">{t('practice.only_you')}</p>
          {competencies(locale).map(({ id, title, statement }) => {
            const before = courseOf(id, earlier).at(-1)
            return (
              <RadioGroup
                name={id}
                locale={locale}
                label={statement}
                hint={[
                  title,
                  before && t('profile.earlier', { day: longDay(before.day, locale), level: levelInWords(before.level, locale) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                value={chosen[id] ? String(chosen[id]) : undefined}
                options={levels.map((level) => ({ value: String(level), label: levelInWords(level, locale) }))}
              />
            )
          })}
          <Actions>
            <Button kind="primary">{t('profile.save')}</Button>
          </Actions>
        </Form>
      </lotse-draft>
    </PracticePage>
  )
}
