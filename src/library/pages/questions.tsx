import type { Frame } from '#person/parts/frame.ts'
import { Fold } from '#ui/cards.tsx'
import { Select, TextField } from '#ui/fields.tsx'
import { Actions, Button, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { Words } from '#ui/words.tsx'
import { hatInWords, hats, isSought, type Question, questionPhases, questionTags, type Sought } from '../library.ts'
import { words } from '../messages/index.ts'
import type { ColleaguesQuestion, OwnQuestion } from '../queries.ts'

interface QuestionsProps {
  frame: Frame
  sought: Sought
  bank: readonly Question[]
  own: readonly OwnQuestion[]
  colleagues: readonly ColleaguesQuestion[]
}

/** The bank and one's own questions, narrowed by what one looks for. */
export const QuestionsPage = (props: QuestionsProps) => {
  const { frame, sought } = props
  const { locale } = frame
  const t = words(locale)
  const fitting = <Some extends Question>(questions: readonly Some[]) => questions.filter((question) => isSought(sought, question))
  const [bank, own, colleagues] = [fitting(props.bank), fitting(props.own), fitting(props.colleagues)]
  const nothing = bank.length + own.length + colleagues.length === 0
  return (
    <Page title={t('questions.title')} {...frame} place="accompanying">
      <PageTitle title={t('questions.title')}>{t('questions.lead')}</PageTitle>
      <Filter frame={frame} sought={sought} />
      {nothing && <p id="found">{t('questions.none')}</p>}
      <section class="section" aria-labelledby="own">
        <h2 id="own">{t('questions.own')}</h2>
        {props.own.length === 0 && <p class="soft">{t('questions.own_none')}</p>}
        {own.length > 0 && (
          <ul class="list">
            {own.map((question) => (
              <li>
                <Words>{question.text}</Words>
                <p class="small">
                  {[...kindOf(question, locale), ...(question.isShared ? [t('questions.shared')] : [])].join(' · ')}{' '}
                  <a href={`/questions/${question.id}`} aria-label={t('questions.own_change_label', { text: question.text })}>
                    {t('questions.own_change')}
                  </a>
                </p>
              </li>
            ))}
          </ul>
        )}
        <Actions>
          <LinkButton href="/questions/new">{t('questions.own_new')}</LinkButton>
        </Actions>
      </section>
      {colleagues.length > 0 && (
        <section class="section" aria-labelledby="colleagues">
          <h2 id="colleagues">{t('questions.colleagues')}</h2>
          <ul class="list">
            {colleagues.map((question) => (
              <li>
                <Words>{question.text}</Words>
                <p class="small">{[t('questions.by', { name: question.authorName }), ...kindOf(question, locale)].join(' · ')}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {bank.length > 0 && (
        <section class="section" aria-labelledby="bank">
          <h2 id="bank">{t('questions.bank')}</h2>
          <p class="small" id="found">
            {t('questions.found', { count: bank.length })}
          </p>
          {isNarrowed(sought) ? <BankLines bank={bank} locale={locale} /> : <BankByPhase bank={bank} locale={locale} />}
        </section>
      )}
    </Page>
  )
}

interface BankProps {
  bank: readonly Question[]
  locale: Frame['locale']
}

/** The whole bank is too long to read through: a fold for each phase. */
const BankByPhase = ({ bank, locale }: BankProps) => (
  <div>
    {questionPhases.map((phase) => {
      const some = bank.filter((question) => question.phase === phase)
      return (
        some.length > 0 && (
          <Fold
            id={`bank-${phase}`}
            summary={words(locale)(`phase.${phase}`)}
            aside={words(locale)('questions.found', { count: some.length })}
          >
            <BankLines bank={some} locale={locale} />
          </Fold>
        )
      )
    })}
  </div>
)

const BankLines = ({ bank, locale }: BankProps) => (
  <ul class="list">
    {bank.map((question) => (
      <li>
        <Words>{question.text}</Words>
        <p class="small">{kindOf(question, locale).join(' · ')}</p>
      </li>
    ))}
  </ul>
)

const isNarrowed = (sought: Sought) => Object.values(sought).some(Boolean)

const kindOf = ({ phase, hat, tags }: Question, locale: Frame['locale']): string[] => {
  const t = words(locale)
  return [t(`phase.${phase}`), hatInWords(hat, locale).label, ...tags.map((tag) => t(`tag.${tag}`))]
}

const Filter = ({ frame: { locale }, sought }: Pick<QuestionsProps, 'frame' | 'sought'>) => {
  const t = words(locale)
  return (
    <Form method="get" action="/questions" class="form filter">
      <Select
        name="phase"
        locale={locale}
        label={t('questions.phase')}
        value={sought.phase ?? ''}
        options={[
          { value: '', label: t('questions.any_phase') },
          ...questionPhases.map((value) => ({ value, label: t(`phase.${value}`) })),
        ]}
      />
      <Select
        name="hat"
        locale={locale}
        label={t('hand.hat')}
        value={sought.hat ?? ''}
        options={[{ value: '', label: t('hand.any_hat') }, ...hats.map((value) => ({ value, label: hatInWords(value, locale).label }))]}
      />
      <Select
        name="tag"
        locale={locale}
        label={t('hand.tag')}
        value={sought.tag ?? ''}
        options={[{ value: '', label: t('hand.any_tag') }, ...questionTags.map((value) => ({ value, label: t(`tag.${value}`) }))]}
      />
      <TextField name="words" type="search" locale={locale} label={t('questions.words')} value={sought.words ?? ''} />
      <Actions>
        <Button>{t('questions.search')}</Button>
        {isNarrowed(sought) && <a href="/questions">{t('questions.all_again')}</a>}
      </Actions>
    </Form>
  )
}
