import { LiveRegion } from '#platform/live/region.tsx'
import { Note } from '#ui/cards.tsx'
import { Actions, Button, Form, LinkButton } from '#ui/form.tsx'
import { Words } from '#ui/words.tsx'
import { words } from '../messages/index.ts'
import type { CaseProps } from '../parts/case-props.ts'
import { PracticePage } from '../parts/practice-page.tsx'
import { AskBack, QuestionsBack } from '../parts/questions-back.tsx'
import type { CaseLine } from '../queries/intervision.ts'

/** One case: to the learner with the exact words to agree to, to its author with what came back, to colleagues with a place for a question. */
export const CasePage = (props: CaseProps) => {
  const { frame, whole, line } = props
  const t = words(frame.locale)
  const forLearner = line && !line.isMine
  const title = forLearner ? t('case.consent_title', { name: whole.authorName }) : whole.texts.caseTitle.body
  const lead = forLearner ? t('case.consent_how', { organisation: frame.me.organisationName }) : undefined
  const reading = (
    <>
      {props.textChanged && (
        <Note tone="caution">
          <p role="alert">{t('case.text_changed')}</p>
        </Note>
      )}
      {line?.isMine && <Standing {...props} line={line} />}
      <TheWords {...props} />
      {forLearner && <Consent {...props} line={line} />}
      <QuestionsBack {...props} />
    </>
  )
  return (
    <PracticePage frame={frame} title={title} lead={lead} above={{ href: '/practice/cases', title: t('cases.title') }}>
      {line ? (
        <LiveRegion id="case" topics={[whole.id]} at={frame.now}>
          {reading}
        </LiveRegion>
      ) : (
        <>
          <p class="small">{t('cases.by', { name: whole.authorName })}</p>
          {reading}
          <AskBack {...props} />
        </>
      )}
    </PracticePage>
  )
}

const TheWords = ({ frame: { locale }, whole: { texts }, line }: CaseProps) => {
  const t = words(locale)
  const Heading = line && !line.isMine ? 'h3' : 'h2'
  return (
    <section class="section stack" aria-label={t('case.consent_words')}>
      {line && !line.isMine && (
        <>
          <h2>{t('case.consent_words')}</h2>
          <h3>
            <Words inline>{texts.caseTitle.body}</Words>
          </h3>
        </>
      )}
      <Words>{texts.caseSituation.body}</Words>
      <section class="stack">
        <Heading>{t('case.question')}</Heading>
        <Words>{texts.caseQuestion.body}</Words>
      </section>
    </section>
  )
}

/** What the learner can do, always: agree to these words, not agree, or have every word of it deleted. */
const Consent = ({ frame: { locale }, whole, line }: CaseProps & { line: CaseLine }) => {
  const t = words(locale)
  const name = whole.authorName
  const { standing } = line
  return (
    <section class="section stack" id="consent" aria-label={t('case.consent')}>
      <p>{t('case.consent_known', { name })}</p>
      {standing === 'published' && (
        <Note tone="harbour">
          <p>{t('case.agreed')}</p>
        </Note>
      )}
      {standing === 'declined' && (
        <Note>
          <p>{t('case.declined', { name })}</p>
        </Note>
      )}
      {standing !== 'published' && (
        <Form action={`/practice/cases/${whole.id}/consent`} class="stack" hidden={{ seen: line.wordsHash }}>
          <p class="small">{t('case.answer_how', { name })}</p>
          <Actions>
            <Button kind="primary" name="answer" value="yes">
              {t('case.yes')}
            </Button>
            {standing === 'waiting' && (
              <Button name="answer" value="no">
                {t('case.no')}
              </Button>
            )}
          </Actions>
        </Form>
      )}
      <p class="small">{t('case.withdraw_how', { name })}</p>
      <Form action={`/practice/cases/${whole.id}/withdrawal`} class="inline-form">
        <Button kind="quiet">{t('case.withdraw')}</Button>
      </Form>
    </section>
  )
}

const Standing = ({ frame: { locale }, whole, line }: CaseProps & { line: CaseLine }) => {
  const t = words(locale)
  return (
    <section class="stack">
      <Note tone={line.standing === 'published' ? 'harbour' : 'plain'}>
        <p>{t(`case.standing.${line.standing}`, { name: line.learnerName ?? '' })}</p>
      </Note>
      <Actions>
        <LinkButton href={`/practice/cases/${whole.id}/words`}>{t('case.change')}</LinkButton>
        <Form action={`/practice/cases/${whole.id}/removal`} class="inline-form">
          <Button kind="quiet">{t('case.remove')}</Button>
        </Form>
      </Actions>
      {line.learnerName && <p class="small">{t('case.change_how')}</p>}
    </section>
  )
}
