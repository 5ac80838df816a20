import type { Frame } from '#person/parts/frame.ts'
import { newId } from '#platform/ids.ts'
import { ConflictNotice } from '#platform/web/elements/conflict-notice.tsx'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import type { Conflict } from '#sharing/sharing.ts'
import { CheckboxGroup, RadioGroup } from '#ui/choices.tsx'
import { Select, TextArea } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import { questionLimit } from '../forms.ts'
import { hatInWords, hats, questionPhases, questionTags } from '../library.ts'
import { words } from '../messages/index.ts'
import type { OwnQuestion } from '../queries.ts'

interface OwnQuestionProps {
  frame: Frame
  /** Undefined: a new one. */
  question?: OwnQuestion | undefined
  typed?: Typed
  problems?: Problems
  conflict?: Conflict | undefined
}

/** A question of one's own: its words, where it belongs, and whether colleagues read it. */
export const OwnQuestionPage = ({ frame, question, typed = {}, problems = {}, conflict }: OwnQuestionProps) => {
  const { locale } = frame
  const t = words(locale)
  const errors = sayProblems(problems, locale)
  const resent = Object.keys(typed).length > 0
  const said = (name: string, kept: string) => [typed[name] ?? kept].flat()[0] ?? ''
  const isShared = resent ? Boolean(typed.shared) : (question?.isShared ?? false)
  const title = t(question ? 'own.change' : 'own.new')
  const hidden: Record<string, string | number> = question
    ? { 'version.text': conflict?.version ?? said('version.text', String(question.version)) }
    : { id: said('id', newId()) }
  const at = `/questions${question ? `/${question.id}` : ''}`
  const field = (name: string, kept: string) => ({ name, locale, value: said(name, kept), error: errors[name] })
  return (
    <Page title={title} {...frame} place="accompanying">
      <PageTitle title={title} overline={<a href="/questions">{t('questions.title')}</a>} />
      <lotse-draft data-key={`own-question:${question?.id ?? 'new'}`}>
        <Form id="own-question" action={at} hidden={hidden}>
          <ErrorSummary locale={locale} problems={errors} labels={{ text: t('own.text'), phase: t('own.phase'), hat: t('own.hat') }} />
          {conflict && <ConflictNotice locale={locale} name="text" theirs={conflict.theirs} version={conflict.version} href={at} />}
          <TextArea
            {...field('text', question?.text ?? '')}
            label={t('own.text')}
            hint={t('own.text_hint')}
            limit={questionLimit}
            rows={2}
            readers={isShared ? t('own.readers_shared', { organisation: frame.organisationName ?? '' }) : t('own.readers')}
          />
          <RadioGroup
            {...field('phase', question?.phase ?? '')}
            label={t('own.phase')}
            options={questionPhases.map((value) => ({ value, label: t(`phase.${value}`) }))}
          />
          <RadioGroup
            {...field('hat', question?.hat ?? '')}
            label={t('own.hat')}
            options={hats.map((value) => ({ value, ...optionOf(value, locale) }))}
          />
          <Select
            {...field('tag', question?.tags[0] ?? '')}
            label={t('own.tag')}
            options={[{ value: '', label: t('own.no_tag') }, ...questionTags.map((value) => ({ value, label: t(`tag.${value}`) }))]}
            width="half"
            optional
          />
          <CheckboxGroup
            name="shared"
            locale={locale}
            label={t('own.share')}
            values={isShared ? ['yes'] : []}
            options={[{ value: 'yes', label: t('own.share_yes') }]}
          />
          <Actions>
            <Button kind="primary">{t('own.save')}</Button>
          </Actions>
        </Form>
      </lotse-draft>
      {question && (
        <Form action={`${at}/removal`}>
          <Button kind="quiet">{t('own.remove')}</Button>
        </Form>
      )}
    </Page>
  )
}

const optionOf = (hat: (typeof hats)[number], locale: Frame['locale']) => {
  const { label, purpose } = hatInWords(hat, locale)
  return { label, hint: purpose }
}
