import type { Frame } from '#person/parts/frame.ts'
import { Fold, Note } from '#ui/cards.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import type { Reader } from '#ui/time.ts'
import { When } from '#ui/when.tsx'
import { words } from '../messages/index.ts'
import { Prose } from '../parts/prose.tsx'
import { type Language, languages, limits, type PublicText, type TextKind, textKinds } from '../site.ts'

type ListProps = { frame: Frame; written: readonly { kind: TextKind; language: Language }[] }

/** Which texts there are, and whether the organisation has written them. */
export const TextsPage = ({ frame, written }: ListProps) => {
  const t = words(frame.locale)
  const has = (kind: TextKind, language: Language) => written.some((one) => one.kind === kind && one.language === language)
  return (
    <Page title={t('texts.title')} {...frame}>
      <PageTitle title={t('texts.title')} overline={<a href="/organisation">{t('texts.back')}</a>}>
        {t('texts.lead')}
      </PageTitle>
      <ul class="list">
        {textKinds.map((kind) => (
          <li>
            <h2 class="texts-kind">{t(`text.${kind}`)}</h2>
            <p class="row">
              {languages.map((language) => (
                <a href={`/organisation/texts/${kind}/${language}`}>
                  {t(has(kind, language) ? 'texts.written' : 'texts.draft', { language: t(`texts.language.${language}`) })}
                </a>
              ))}
              <a href={`/${kind}`} aria-label={t('texts.view_label', { text: t(`text.${kind}`) })}>
                {t('texts.view')}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Page>
  )
}

type EditProps = {
  frame: Frame
  kind: TextKind
  language: Language
  body: string
  /** The version on which the writing builds. */
  version: number
  versions: readonly (PublicText & { by: string | null })[]
  reader: Reader
  now: Date
  preview?: boolean
  problems?: Record<string, string>
  /** What somebody else published while this was being written. */
  meanwhile?: PublicText & { by: string | null }
}

/** Writing a text: with a preview, and all that stood there before. */
export const EditTextPage = (props: EditProps) => {
  const { frame, kind, language, body, version, preview, problems = {}, meanwhile, reader, now } = props
  const t = words(frame.locale)
  const title = t('texts.edit', { text: t(`text.${kind}`), language: t(`texts.language.${language}`) })
  return (
    <Page title={title} {...frame}>
      <PageTitle title={title} overline={<a href="/organisation/texts">{t('texts.title')}</a>}>
        {version === 0 ? t('texts.from_draft') : undefined}
      </PageTitle>
      <ErrorSummary locale={frame.locale} problems={problems} labels={{ body: t('texts.body') }} />
      {meanwhile && (
        <Note tone="caution" title={t('texts.meanwhile')}>
          <p>
            {t('texts.meanwhile_what', { name: meanwhile.by ?? t('texts.somebody') })}{' '}
            <When at={meanwhile.writtenAt} reader={reader} now={now} />
          </p>
          <Prose lang={language}>{meanwhile.body}</Prose>
        </Note>
      )}
      {preview && (
        <section class="texts-preview" aria-label={t('texts.preview')}>
          <h2>{t('texts.preview')}</h2>
          <Prose lang={language}>{body}</Prose>
        </section>
      )}
      <Form action={`/organisation/texts/${kind}/${language}`} hidden={{ version }}>
        <TextArea
          name="body"
          label={t('texts.body')}
          hint={t('texts.body_hint')}
          locale={frame.locale}
          value={body}
          error={problems.body}
          rows={24}
          limit={limits.text}
          required
        />
        <Actions>
          <Button kind="primary">{t('texts.publish')}</Button>
          <Button name="preview" value="yes">
            {t('texts.show_preview')}
          </Button>
        </Actions>
      </Form>
      <Versions {...props} />
    </Page>
  )
}

const Versions = ({ frame, kind, language, versions, reader, now }: EditProps) => {
  const t = words(frame.locale)
  if (versions.length === 0) return null
  return (
    <section>
      <h2>{t('texts.versions')}</h2>
      {versions.map(({ version, by, writtenAt, body }) => (
        <Fold
          id={`version-${version}`}
          summary={t('texts.version', { version })}
          aside={
            <>
              {by ?? t('texts.somebody')}, <When at={writtenAt} reader={reader} now={now} />
            </>
          }
        >
          <Prose lang={language}>{body}</Prose>
          <p>
            <a href={`/organisation/texts/${kind}/${language}?from=${version}`}>{t('texts.take')}</a>
          </p>
        </Fold>
      ))}
    </section>
  )
}
