import type { Me } from '#platform/db/bound.ts'
import type { Assets } from '#platform/web/env.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { Note } from '#ui/cards.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import type { FacilitationWords } from '../messages/index.ts'
import { Tick, toAgreement } from '../parts/agreement-acts.tsx'
import { EarlierChoice } from '../parts/earlier-choice.tsx'
import { Letter } from '../parts/letter.tsx'
import { VersionFields } from '../parts/version-fields.tsx'
import type { EarlierItem } from '../queries/earlier.ts'
import { type Agreement, type AgreementVersion, inForceOf, needsTick, otherIn, type Terms } from '../rules/agreement.ts'
import type { SupportLevel } from '../rules/support-level.ts'

interface ChangeProps {
  agreement: Agreement
  /** What the inputs hold, with the id of the version to be and the number of the newest one shown. */
  typed: Typed
  problems?: Problems
  /** The version that the other wrote meanwhile, and what this person typed, as terms. */
  conflict?: { theirs: AgreementVersion; mine: Terms } | undefined
  unticked?: boolean
  /** With the first version: what lies behind in the journey, and what of it is to stay unseen. */
  earlier?: { items: readonly EarlierItem[]; withheld: ReadonlySet<string> } | undefined
  /** The support levels that can be chosen. */
  levels: readonly SupportLevel[]
  now: Date
  me: Me
  assets: Assets
  t: FacilitationWords
}

/** Writing another version. What holds goes on holding until both have confirmed the new one. */
export const AgreementChangePage = ({
  agreement,
  typed,
  problems = {},
  conflict,
  unticked,
  earlier,
  levels,
  now,
  me,
  assets,
  t,
}: ChangeProps) => {
  const inForce = inForceOf(agreement)
  const name = otherIn(agreement, me.personId)
  const errors = sayProblems(problems, me.locale)
  const wrong: Record<string, string> = {
    ...errors,
    ...(problems.contactWeeks?.code === 'required' ? { contactWeeks: t('agreement.weeks_needed') } : {}),
    ...(unticked ? { neitherIsSuperior: t('agreement.tick_needed') } : {}),
  }
  const title = t(inForce ? 'agreement.change_title' : 'agreement.first_title')
  const here = toAgreement(agreement)
  const { versionId, base, ...values } = typed
  return (
    <Page title={title} locale={me.locale} assets={assets} me={me} place="journeys" styles={['agreement.css']}>
      <PageTitle title={title} overline={<a href={here}>{t('agreement.title')}</a>}>
        {t(inForce ? 'agreement.change_lead' : 'agreement.first_lead', { name })}
      </PageTitle>
      {conflict && (
        <Note tone="caution" title={t('agreement.conflict', { name })}>
          <p role="alert">{t('agreement.conflict_how')}</p>
          <p>
            <a href={here}>{t('agreement.conflict_take')}</a>
          </p>
          <Letter agreement={agreement} terms={conflict.mine} before={conflict.theirs.terms} reader={me} t={t} />
        </Note>
      )}
      <lotse-draft data-key={`agreement:${agreement.id}`}>
        <Form action={`${here}/versions`} id="version-form" hidden={{ versionId: String(versionId), base: String(base) }}>
          <ErrorSummary locale={me.locale} problems={wrong} labels={conflict ? undefined : labelsOf(wrong, t, agreement)} />
          <VersionFields agreement={agreement} typed={values} errors={wrong} levels={levels} locale={me.locale} t={t} />
          {earlier && <EarlierChoice {...earlier} name={name} me={me} now={now} t={t} />}
          <p class="readers small">{t(agreement.versions.length > 0 ? 'agreement.readers' : 'agreement.readers_then', { name })}</p>
          {needsTick(agreement, me.personId) && <Tick me={me} t={t} unticked={unticked} />}
          <Actions>
            <Button kind="primary">{t('agreement.send')}</Button>
            <LinkButton kind="quiet" href={here}>
              {t('agreement.back')}
            </LinkButton>
          </Actions>
        </Form>
      </lotse-draft>
    </Page>
  )
}

function labelsOf(wrong: Record<string, string>, t: FacilitationWords, agreement: Agreement): Record<string, string> {
  const label = (name: string) => {
    if (name === 'learnerCommitments') return t('agreement.field.learnerCommitments', { name: agreement.learnerName })
    if (name === 'facilitatorCommitments') return t('agreement.field.facilitatorCommitments', { name: agreement.facilitatorName })
    const known = (
      ['title', 'learningQuestion', 'contactWeeks', 'channel', 'replyDays', 'confidential', 'learningTime', 'reviewAfterCycle'] as const
    ).find((one) => one === name)
    return known ? t(`agreement.field.${known}`) : ''
  }
  return Object.fromEntries(Object.keys(wrong).map((name) => [name, label(name)]))
}
