import type { Frame } from '#person/parts/frame.ts'
import { LanguageChoice } from '#person/parts/language-choice.tsx'
import { newId } from '#platform/ids.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { Note } from '#ui/cards.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { DateField, TextArea } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import { fullDay, type Reader } from '#ui/time.ts'
import { Words } from '#ui/words.tsx'
import { words } from '../messages/index.ts'
import { NeedAnswers } from '../parts/need-answers.tsx'
import type { NeedSeen } from '../queries/need-link.ts'
import { needAnswerKinds, needWordsMax } from '../rules/need-link.ts'

interface NeedPageProps {
  frame: Frame
  reader: Reader
  now: Date
  token: string
  seen: NeedSeen
  typed?: Typed | undefined
  problems?: Problems | undefined
  /** Said above the form where it could not be taken for another reason. */
  refusal?: string | undefined
}

const unlisted = <meta name="robots" content="noindex, nofollow" />

/** For somebody without an account: what is needed, by when, who asks, and a way to say so. Nothing else is told. */
export const NeedPage = ({ frame, reader, now, token, seen, typed = {}, problems = {}, refusal }: NeedPageProps) => {
  const { locale } = frame
  const t = words(locale)
  const here = `/need/${token}`
  const title = t('need.title', { name: seen.asker })
  return (
    <Page title={title} {...frame} head={unlisted}>
      <PageTitle title={<Words inline>{seen.need}</Words>} overline={title}>
        {seen.neededBy && t('need.by', { date: fullDay(seen.neededBy, locale) })}
      </PageTitle>
      <NeedAnswers answers={seen.answers} asker={seen.asker} reader={reader} now={now} />
      {seen.state === 'settled' ? (
        <Note tone="harbour">
          <p>{t('need.settled', { name: seen.asker })}</p>
        </Note>
      ) : (
        <Answering {...{ frame, here, seen, typed, problems, refusal }} />
      )}
      <LanguageChoice locale={locale} back={here} />
    </Page>
  )
}

type AnsweringProps = Pick<NeedPageProps, 'frame' | 'seen' | 'refusal'> & { here: string; typed: Typed; problems: Problems }

const Answering = ({ frame: { locale }, here, seen, typed, problems, refusal }: AnsweringProps) => {
  const t = words(locale)
  const errors = sayProblems(problems, locale)
  const labels = { kind: t('need.kind'), comingOn: t('need.coming_on'), body: t('need.body') }
  const value = (name: string) => (typed[name] === undefined ? undefined : String(typed[name]))
  return (
    <Form action={here} hidden={{ id: value('id') ?? newId() }}>
      <ErrorSummary locale={locale} problems={refusal ? { ...errors, kind: refusal } : errors} labels={labels} />
      <RadioGroup
        name="kind"
        locale={locale}
        label={labels.kind}
        error={errors.kind}
        value={value('kind')}
        options={needAnswerKinds.map((kind) => ({ value: kind, label: t(`need.kind.${kind}`), hint: t(`need.kind_hint.${kind}`) }))}
      />
      <div class="when when-there">
        <DateField
          name="comingOn"
          locale={locale}
          label={labels.comingOn}
          hint={t('need.coming_on_hint')}
          optional
          value={value('comingOn')}
          error={errors.comingOn}
        />
      </div>
      <TextArea
        name="body"
        locale={locale}
        label={labels.body}
        hint={t('need.body_hint')}
        rows={3}
        limit={needWordsMax}
        optional
        value={value('body')}
        error={errors.body}
        readers={t('need.read_by', { name: seen.asker })}
      />
      <Actions>
        <Button kind="primary">{t('need.send')}</Button>
      </Actions>
    </Form>
  )
}

/** Why there is nothing behind a link any more, and where to turn. */
export const NoNeedPage = ({ frame, why, asker }: { frame: Frame; why: 'expired' | 'revoked' | 'unknown'; asker?: string | undefined }) => {
  const t = words(frame.locale)
  const who = asker ?? ''
  return (
    <Page title={t(`need.${why}_title`)} {...frame} head={unlisted}>
      <PageTitle title={t(`need.${why}_title`)}>{t(`need.${why}`, { name: who })}</PageTitle>
    </Page>
  )
}
