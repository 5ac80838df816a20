import { RadioGroup } from '#ui/choices.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { longDay } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { type Peers, PeerViews } from '../parts/peer-views.tsx'
import { PracticePage } from '../parts/practice-page.tsx'
import { type Competency, competencyIds, courseOf, levelInWords, levels } from '../rules/competency.ts'
import type { ProfileProps } from './profile.tsx'

export interface CompetencyProps extends ProfileProps {
  competency: Competency
  peers: Peers
  /** 'YYYY-MM-DD' */
  today: string
  /** One after the other, through all of them. */
  through: boolean
  /** Nothing was chosen. */
  wrong?: boolean
}

/** One competency: where one stands with it, how that was before, what others saw, and something to practise. */
export const CompetencyPage = (props: CompetencyProps) => {
  const { frame, competency, selfViews, aim, through } = props
  const { locale } = frame
  const { id, title, behaviours, practice } = competency
  const t = words(locale)
  const course = courseOf(id, selfViews)
  return (
    <PracticePage frame={frame} title={title} above={{ href: '/practice/profile', title: t('profile.title') }}>
      <Place {...props} />
      {!through && course.length > 0 && (
        <section class="section">
          <h2>{t('profile.course')}</h2>
          <dl class="facts">
            {course.map(({ day, level }) => (
              <>
                <dt>{longDay(day, locale)}</dt>
                <dd>{levelInWords(level, locale)}</dd>
              </>
            ))}
          </dl>
        </section>
      )}
      {!through && (
        <>
          <section class="section">
            <h2>{t('profile.to_practise')}</h2>
            <p>{practice}</p>
            {aim === id ? (
              <p class="soft">{t('profile.aimed')}</p>
            ) : (
              <Form action="/practice/profile/aim" hidden={{ competency: id }}>
                <Actions>
                  <Button>{t('profile.aim')}</Button>
                </Actions>
              </Form>
            )}
          </section>
          <section class="section">
            <h2>{t('profile.seen_by_others')}</h2>
            <ul>
              {behaviours.map(({ text }) => (
                <li>{text}</li>
              ))}
            </ul>
          </section>
          <PeerViews {...props} />
        </>
      )}
    </PracticePage>
  )
}

const Place = ({ frame: { locale }, competency: { id, statement }, selfViews, today, through, wrong }: CompetencyProps) => {
  const t = words(locale)
  const at = competencyIds.indexOf(id)
  const chosen = selfViews.find(({ day }) => day === today)?.levels[id]
  const before = courseOf(
    id,
    selfViews.filter(({ day }) => day !== today),
  ).at(-1)
  const problem = wrong ? t('profile.needs_one') : undefined
  return (
    <Form id="self-view" action={`/practice/profile/${id}`} hidden={through ? { through: 'all' } : {}}>
      <ErrorSummary locale={locale} problems={problem ? { level: problem } : {}} kept={false} />
      {through && <p class="small">{t('profile.place_in_all', { at: at + 1, all: competencyIds.length })}</p>}
      <RadioGroup
        name="level"
        locale={locale}
        label={statement}
        hint={before && t('profile.earlier', { day: longDay(before.day, locale), level: levelInWords(before.level, locale) })}
        value={chosen && String(chosen)}
        error={problem}
        readers={t('practice.only_you')}
        options={levels.map((level) => ({ value: String(level), label: levelInWords(level, locale) }))}
      />
      <Actions>
        <Button kind="primary">{t(!through ? 'profile.save' : at + 1 < competencyIds.length ? 'profile.next' : 'profile.finish')}</Button>
        {through && (
          <a class="button button-quiet" href="/practice/profile">
            {t('profile.later')}
          </a>
        )}
      </Actions>
    </Form>
  )
}
