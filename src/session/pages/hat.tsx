import { longestPurpose } from '#facilitation/rules/hats.ts'
import { newId } from '#platform/ids.ts'
import { Note } from '#ui/cards.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import { Words } from '#ui/words.tsx'
import { addressOf, othersOf, type SessionProps } from '../parts/props.ts'
import { wearableHats } from '../rules/hats.ts'

/** Names a hat and what it is for: ten seconds. */
export const HatPage = ({ session, me, assets, t, refill }: Pick<SessionProps, 'session' | 'me' | 'assets' | 't' | 'refill'>) => {
  const errors = sayProblems(refill?.problems ?? {}, me.locale)
  const typed = (name: string) => String(refill?.typed[name] ?? '')
  const learner = session.journey?.learnerName
  return (
    <Page title={t('hat.title')} locale={me.locale} assets={assets} me={me}>
      <PageTitle
        title={t('hat.title')}
        overline={
          <a href={addressOf(session)}>
            <Words inline>{session.title?.body ?? t('sessions.title')}</Words>
          </a>
        }
      >
        {learner || session.kind === 'one_to_one' ? t('hat.how', { name: learner ?? othersOf({ session, me }) }) : t('hat.how_group')}
      </PageTitle>
      {refill?.refusal && (
        <Note tone="caution">
          <p id="refusal" role="alert">
            {refill.refusal}
          </p>
        </Note>
      )}
      <Form id="hat-form" action={`${addressOf(session)}/hats`} hidden={{ id: typed('id') || newId() }}>
        <ErrorSummary locale={me.locale} problems={errors} labels={{ hat: t('hat.which'), purpose: t('hat.purpose') }} />
        <RadioGroup
          name="hat"
          label={t('hat.which')}
          locale={me.locale}
          value={typed('hat')}
          options={wearableHats(session.allowedHats).map((hat) => ({ value: hat, label: t(`hat.${hat}`), hint: t(`hat.${hat}_hint`) }))}
          {...(errors.hat && { error: errors.hat })}
        />
        <TextField
          name="purpose"
          label={t('hat.purpose')}
          locale={me.locale}
          limit={longestPurpose}
          value={typed('purpose')}
          {...(errors.purpose && { error: errors.purpose })}
        />
        <Actions>
          <Button kind="primary">{t('hat.ask')}</Button>
          <a class="button button-quiet" href={addressOf(session)}>
            {t('edit.back')}
          </a>
        </Actions>
      </Form>
    </Page>
  )
}
