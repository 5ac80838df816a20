import { hats } from '#facilitation/rules/hats.ts'
import type { Frame } from '#person/parts/frame.ts'
import { ConflictNotice } from '#platform/web/elements/conflict-notice.tsx'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import type { Locale } from '#platform/words/words.ts'
import type { Conflict } from '#sharing/sharing.ts'
import { Fold } from '#ui/cards.tsx'
import { CheckboxGroup } from '#ui/choices.tsx'
import { type FieldProps, LabelledField, wiring } from '#ui/field.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import { type Introduction, languages, introductionLimits as limits } from '../directory.ts'
import { words } from '../messages/index.ts'
import { nameOfLanguage, Portrait } from '../parts/introductions.tsx'
import type { OwnIntroduction } from '../queries/introductions.ts'

export interface OwnIntroductionProps {
  frame: Frame & { organisationName: string | undefined }
  own: OwnIntroduction
  wrong?: { typed?: Typed; problems?: Problems; conflicts?: readonly Conflict[]; portrait?: boolean } | undefined
}

/** What one tells the organisation about oneself as somebody who accompanies. */
export const OwnIntroductionPage = ({ frame, own, wrong }: OwnIntroductionProps) => {
  const t = words(frame.locale)
  const lead = t('introduction.lead', { organisation: frame.organisationName ?? '' })
  return (
    <Page title={t('introduction.title')} {...frame} place="accompanying">
      <PageTitle title={t('introduction.title')} overline={<a href="/facilitators">{t('directory.title')}</a>}>
        {lead}
      </PageTitle>
      <lotse-draft data-key="introduction">
        <Fields frame={frame} own={own} wrong={wrong} />
      </lotse-draft>
      {own.introduction && <OwnPortrait introduction={own.introduction} locale={frame.locale} refused={wrong?.portrait} />}
      {own.introduction && (
        <Fold id="leave" summary={t('introduction.leave')}>
          <p>{t('introduction.leave_what')}</p>
          <Form action="/facilitators/mine/removal">
            <Actions>
              <Button>{t('introduction.leave')}</Button>
            </Actions>
          </Form>
        </Fold>
      )}
    </Page>
  )
}

const OwnPortrait = ({ introduction, locale, refused }: { introduction: Introduction; locale: Locale; refused?: boolean | undefined }) => {
  const t = words(locale)
  const picture: FieldProps = {
    name: 'picture',
    locale,
    label: t('portrait.choose'),
    hint: t('portrait.hint'),
    ...(refused && { error: t('portrait.refused') }),
  }
  return (
    <section class="section" id="portrait">
      <h2>{t('portrait.title')}</h2>
      <Portrait introduction={introduction} large />
      <Form action="/facilitators/mine/portrait" further={{ enctype: 'multipart/form-data' }}>
        <LabelledField field={picture}>
          <input class="control" type="file" id="picture" name="picture" accept="image/jpeg,image/png,image/webp" {...wiring(picture)} />
        </LabelledField>
        <Actions>
          <Button>{t('portrait.show')}</Button>
        </Actions>
      </Form>
      {introduction.portrait !== null && (
        <Form action="/facilitators/mine/portrait/removal" class="inline-form">
          <Button kind="quiet">{t('portrait.remove')}</Button>
        </Form>
      )}
    </section>
  )
}

const Fields = ({ frame: { locale }, own: { introduction, texts }, wrong }: OwnIntroductionProps) => {
  const t = words(locale)
  const problems = sayProblems(wrong?.problems ?? {}, locale)
  const typed = (name: string, kept: string | number | undefined) => String(wrong?.typed?.[name] ?? kept ?? '')
  const ticked = (name: string, kept: readonly string[]) => (wrong?.typed ? [wrong.typed[name] ?? []].flat() : kept)
  const text = (field: string) => texts.find((one) => one.field === field)
  const conflict = (field: string) => wrong?.conflicts?.find((one) => one.field === field)
  const theirs = (field: string) => {
    const found = conflict(field)
    return found && <ConflictNotice locale={locale} name={field} theirs={found.theirs} version={found.version} href="/facilitators/mine" />
  }
  const version = (field: string) => conflict(field)?.version ?? text(field)?.version ?? 0
  return (
    <Form action="/facilitators/mine" hidden={{ 'version.topics': version('topics'), 'version.howIWork': version('howIWork') }}>
      <ErrorSummary locale={locale} problems={problems} />
      <TextField
        name="topics"
        label={t('introduction.topics')}
        hint={t('introduction.topics_hint')}
        locale={locale}
        value={typed('topics', text('topics')?.body)}
        error={problems.topics}
        status={theirs('topics')}
      />
      <TextArea
        name="howIWork"
        label={t('introduction.how')}
        hint={t('introduction.how_hint')}
        locale={locale}
        value={typed('howIWork', text('howIWork')?.body)}
        error={problems.howIWork}
        limit={limits.howIWork.max}
        rows={5}
        optional
        status={theirs('howIWork')}
      />
      <div class="introduction-languages">
        <CheckboxGroup
          name="languages"
          label={t('introduction.languages')}
          locale={locale}
          values={ticked('languages', introduction?.languages ?? ['de'])}
          error={problems.languages}
          options={languages.map((value) => ({ value, label: nameOfLanguage(value, locale) }))}
        />
      </div>
      <CheckboxGroup
        name="hats"
        label={t('introduction.hats')}
        locale={locale}
        values={ticked('hats', introduction?.hats ?? [])}
        options={hats
          .filter((hat) => hat !== 'facilitation')
          .map((value) => ({ value, label: t(`directory.hat.${value}`), hint: t(`introduction.hat.${value}_hint`) }))}
      />
      <TextField
        name="places"
        type="number"
        label={t('introduction.places')}
        locale={locale}
        value={typed('places', introduction?.places ?? 3)}
        error={problems.places}
        min={limits.places.min}
        max={limits.places.max}
        width="short"
      />
      <TextField
        name="replyDays"
        type="number"
        label={t('introduction.reply')}
        hint={t('introduction.reply_hint')}
        locale={locale}
        value={typed('replyDays', introduction?.replyDays ?? 3)}
        error={problems.replyDays}
        min={limits.replyDays.min}
        max={limits.replyDays.max}
        width="short"
      />
      <CheckboxGroup
        name="paused"
        label={t('introduction.pause')}
        locale={locale}
        values={ticked('paused', introduction?.paused ? ['yes'] : [])}
        options={[{ value: 'yes', label: t('introduction.paused') }]}
      />
      <Actions>
        <Button kind="primary">{t('introduction.save')}</Button>
      </Actions>
    </Form>
  )
}
