import type { Frame } from '#person/parts/frame.ts'
import type { Me } from '#platform/db/bound.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { Note } from '#ui/cards.tsx'
import { CheckboxGroup } from '#ui/choices.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import { fullTime } from '#ui/time.ts'
import { Words } from '#ui/words.tsx'
import { type Introduction, requestLimits } from '../directory.ts'
import { type DirectoryWords, words } from '../messages/index.ts'
import { IntroductionList } from '../parts/introductions.tsx'
import type { FacilitationRequest } from '../queries/requests.ts'

export interface RequestPageProps {
  frame: Frame
  me: Me
  request: FacilitationRequest
  /** Whom the learner could ask instead, where it came back. */
  others: readonly Introduction[]
  now: Date
  /** `superior`: without the word that neither is the other's, nobody accepts. */
  wrong?: { typed: Typed; problems: Problems; superior?: boolean } | undefined
}

/** One request: for its learner to follow, for whoever is asked to answer. */
export const RequestPage = (props: RequestPageProps) => {
  const { frame, me, request, now } = props
  const t = words(frame.locale)
  const isMine = request.learnerId === me.personId
  const title = isMine ? t('request.title_to', { name: request.facilitatorName }) : t('request.title_from', { name: request.learnerName })
  const here = `/facilitators/requests/${request.id}`
  return (
    <Page title={title} {...frame} place={isMine ? 'journeys' : 'accompanying'}>
      <PageTitle
        title={title}
        overline={isMine ? <a href="/facilitators">{t('directory.title')}</a> : <a href="/accompanying">{t('request.accompanying')}</a>}
      />
      {isMine ? (
        <>
          <LiveRegion id="request" class="stack" topics={[request.id]} at={now} src={here}>
            <Standing {...props} t={t} />
          </LiveRegion>
          <Said request={request} t={t} isMine />
        </>
      ) : (
        <>
          <p>{t('request.asked_of_you', { name: request.learnerName, when: fullTime(request.answerBy, me) })}</p>
          <Said request={request} t={t} isMine={false} />
          <Answer {...props} t={t} />
        </>
      )}
    </Page>
  )
}

type Inner = RequestPageProps & { t: DirectoryWords }

const Standing = ({ request, me, others, frame, t }: Inner) => {
  const { state, journeyId, facilitatorName: name, texts, answerBy } = request
  return (
    <>
      <p>
        {state === 'withdrawn'
          ? t('request.withdrawn')
          : t(`request.${state}`.replace('waiting', 'waits') as 'request.waits', { name, when: fullTime(answerBy, me) })}
      </p>
      {texts.answer && (
        <Note title={t('request.declined_words', { name })}>
          <Words>{texts.answer}</Words>
        </Note>
      )}
      {state === 'waiting' && (
        <Form action={`/facilitators/requests/${request.id}/withdrawal`}>
          <Actions>
            <LinkButton href={`/journeys/${journeyId}`}>{t('request.to_journey')}</LinkButton>
            <Button kind="quiet">{t('request.withdraw')}</Button>
          </Actions>
        </Form>
      )}
      {state === 'accepted' && (
        <p>
          <LinkButton kind="primary" href={`/journeys/${journeyId}/facilitation`}>
            {t('request.to_agreement')}
          </LinkButton>
        </p>
      )}
      {(state === 'declined' || state === 'returned') && (
        <section class="section">
          {others.length === 0 ? (
            <p>{t('request.no_others')}</p>
          ) : (
            <>
              <h2>{t('request.others')}</h2>
              <IntroductionList introductions={others} locale={frame.locale} t={t} heading="h3" journey={journeyId ?? undefined} />
            </>
          )}
          <p>
            <a href={`/journeys/${journeyId}`}>{t('request.to_journey')}</a>
          </p>
        </section>
      )}
    </>
  )
}

/** What was written, and what of the challenge was copied. */
const Said = ({ request: { texts, learnerName }, t, isMine }: { request: FacilitationRequest; t: DirectoryWords; isMine: boolean }) => (
  <section class="section">
    <h2>{isMine ? t('request.your_lines') : t('request.lines', { name: learnerName })}</h2>
    <Words>{texts.lines ?? ''}</Words>
    {(['title', 'learningQuestion', 'situation'] as const).some((field) => texts[field]) && (
      <dl class="facts">
        {(['title', 'learningQuestion', 'situation'] as const).map(
          (field) =>
            texts[field] && (
              <>
                <dt>{t(`request.${field}`)}</dt>
                <dd>
                  <Words>{texts[field]}</Words>
                </dd>
              </>
            ),
        )}
      </dl>
    )}
  </section>
)

const Answer = ({ request, frame: { locale }, wrong, t }: Inner) => {
  const problems: Record<string, string> = {
    ...sayProblems(wrong?.problems ?? {}, locale),
    ...(wrong?.superior && { notSuperior: t('request.not_superior_needed') }),
  }
  return (
    <lotse-draft data-key={`answer:${request.id}`}>
      <Form action={`/facilitators/requests/${request.id}/answer`}>
        <ErrorSummary locale={locale} problems={problems} labels={{ words: t('request.words') }} />
        <TextArea
          name="words"
          label={t('request.words')}
          hint={t('request.words_hint')}
          locale={locale}
          value={String(wrong?.typed.words ?? '')}
          error={problems.words}
          limit={requestLimits.answer.max}
          readers={t('request.words_readers', { name: request.learnerName })}
          optional
        />
        <CheckboxGroup
          name="notSuperior"
          label={t('request.not_superior_label')}
          locale={locale}
          error={problems.notSuperior}
          values={[wrong?.typed.notSuperior ?? []].flat()}
          options={[{ value: 'yes', label: t('request.not_superior') }]}
        />
        <Actions>
          <Button kind="primary" name="answer" value="accept">
            {t('request.accept')}
          </Button>
          <Button name="answer" value="decline">
            {t('request.decline')}
          </Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}
