import { newId } from '#platform/ids.ts'
import { ConflictNotice } from '#platform/web/elements/conflict-notice.tsx'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { languageOf } from '#platform/words/words.ts'
import type { Conflict } from '#sharing/sharing.ts'
import { CheckboxGroup, RadioGroup } from '#ui/choices.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { sayProblems } from '#ui/problems.ts'
import { type CaseField, caseFields } from '../forms/intervision.ts'
import { limits } from '../forms/limits.ts'
import { words } from '../messages/index.ts'
import type { Frame } from '../parts/frame.ts'
import { PracticePage } from '../parts/practice-page.tsx'
import type { CaseLine, WholeCase } from '../queries/intervision.ts'

interface CaseFormProps {
  frame: Frame
  /** Whom a new case can be about. */
  learners?: readonly { personId: string; name: string }[]
  /** The case that is changed, and how it stands. */
  change?: { whole: WholeCase; line: CaseLine }
  typed?: Typed
  problems?: Problems
  /** Names that were found in the words, while nobody has looked at them yet. */
  names?: readonly string[]
  conflicts?: readonly Conflict[]
}

/** A case, written or changed. It is kept on the device until it is sent: nothing about a learner lies on the server before they can read it. */
export const CaseFormPage = (props: CaseFormProps) => {
  const { frame, learners = [], change, typed = {}, names = [], conflicts = [] } = props
  const { locale } = frame
  const t = words(locale)
  const errors: Record<string, string> = { ...sayProblems(props.problems ?? {}, locale) }
  if (errors.about) errors.about = t('case.not_accompanied')
  if (errors.declared) errors.declared = t('case.declared_needed')
  if (names.length > 0) errors.checked = namesFound(names, locale)
  const said = (name: string, kept = '') => [typed[name] ?? kept].flat()[0] ?? ''
  const learnerName = change?.line.learnerName
  const at = change ? `/practice/cases/${change.whole.id}/words` : '/practice/cases'
  const conflictAt = (field: CaseField) => conflicts.find((conflict) => conflict.field === field)
  const hidden: Record<string, string | number> = change
    ? Object.fromEntries(
        caseFields.map((field) => [
          `version.${field}`,
          conflictAt(field)?.version ?? said(`version.${field}`, String(change.whole.texts[field].version)),
        ]),
      )
    : { id: said('id', newId()) }
  const field = (name: CaseField) => ({
    name,
    locale,
    label: t(`case.field.${name}`),
    value: said(name, change?.whole.texts[name].body),
    error: errors[name],
    limit: limits[name],
    status: conflictAt(name) && <ConflictNotice locale={locale} name={name} {...conflictAt(name)!} href={at} />,
  })
  const title = t(change ? 'case.form_change' : 'case.form_new')
  const labels = {
    caseTitle: t('case.field.caseTitle'),
    caseSituation: t('case.field.caseSituation'),
    caseQuestion: t('case.field.caseQuestion'),
    about: t('case.about'),
  }
  const readers = learnerName
    ? t('case.readers_learner', { name: learnerName })
    : t('case.readers', { organisation: frame.me.organisationName })
  return (
    <PracticePage frame={frame} title={title} lead={t('case.form_how')} above={{ href: '/practice/cases', title: t('cases.title') }}>
      <lotse-draft data-key={`case:${change?.whole.id ?? 'new'}`}>
        <Form id="case" action={at} hidden={hidden}>
          <ErrorSummary locale={locale} problems={errors} labels={labels} />
          {!change && (
            <RadioGroup
              name="about"
              locale={locale}
              label={t('case.about')}
              hint={t('case.about_how')}
              value={said('about')}
              error={errors.about}
              options={[
                ...learners.map(({ personId, name }) => ({ value: personId, label: t('case.about_person', { name }) })),
                { value: 'nobody', label: t('case.about_nobody') },
              ]}
            />
          )}
          <TextField {...field('caseTitle')} readers={readers} />
          <TextArea {...field('caseSituation')} hint={t('case.field.caseSituation_hint')} rows={7} />
          <TextArea {...field('caseQuestion')} hint={t('case.field.caseQuestion_hint')} rows={2} />
          {(names.length > 0 || said('checked')) && (
            <CheckboxGroup
              name="checked"
              locale={locale}
              label={t('case.names_label')}
              error={errors.checked}
              values={said('checked') ? ['yes'] : []}
              options={[{ value: 'yes', label: t('case.names_checked') }]}
            />
          )}
          {!learnerName && (
            <CheckboxGroup
              name="declared"
              locale={locale}
              label={t('case.declared')}
              hint={change ? undefined : t('case.declared_needed')}
              error={errors.declared}
              values={said('declared') ? ['yes'] : []}
              options={[{ value: 'yes', label: t('case.declared_yes') }]}
            />
          )}
          <Actions>
            <Button kind="primary">{t('case.send')}</Button>
          </Actions>
        </Form>
      </lotse-draft>
    </PracticePage>
  )
}

const namesFound = (names: readonly string[], locale: Frame['locale']) =>
  words(locale)('case.names', {
    count: names.length,
    names: new Intl.ListFormat(languageOf(locale), { type: 'conjunction' }).format(names),
  })
