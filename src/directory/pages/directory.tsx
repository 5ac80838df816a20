import { hats } from '#facilitation/rules/hats.ts'
import type { Frame } from '#person/parts/frame.ts'
import { EmptyState } from '#ui/cards.tsx'
import { CheckboxGroup } from '#ui/choices.tsx'
import { BuoyDrawing } from '#ui/drawings.tsx'
import { Select, TextField } from '#ui/fields.tsx'
import { Actions, Button, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { type Introduction, languages, type Sought } from '../directory.ts'
import { words } from '../messages/index.ts'
import { IntroductionList, nameOfLanguage } from '../parts/introductions.tsx'

interface DirectoryProps {
  frame: Frame
  /** Those that fit what is looked for. */
  found: readonly Introduction[]
  /** Nobody in the organisation has introduced themselves. */
  isEmpty: boolean
  sought: Sought
  /** The journey for which somebody is looked for. */
  journey: string | undefined
  introduced: boolean
}

/** Everybody who accompanies, to choose from. */
export const DirectoryPage = ({ frame, found, isEmpty, sought, journey, introduced }: DirectoryProps) => {
  const t = words(frame.locale)
  const own = <a href="/facilitators/mine">{t(introduced ? 'directory.change_own' : 'directory.introduce')}</a>
  return (
    <Page title={t('directory.title')} {...frame} place="journeys">
      <PageTitle title={t('directory.title')}>{isEmpty ? undefined : t('directory.lead')}</PageTitle>
      {isEmpty ? (
        <EmptyState
          drawing={<BuoyDrawing />}
          title={t('directory.nobody_yet')}
          act={<LinkButton href={journey ? `/journeys/${journey}/facilitation` : '/journeys'}>{t('directory.to_journeys')}</LinkButton>}
        >
          <p>{t('directory.nobody_yet_what')}</p>
        </EmptyState>
      ) : (
        <>
          <Search frame={frame} sought={sought} journey={journey} />
          {found.length === 0 ? (
            <p>
              {t('directory.nobody_found')}{' '}
              <a href={journey ? `/facilitators?journey=${journey}` : '/facilitators'}>{t('directory.all')}</a>
            </p>
          ) : (
            <IntroductionList introductions={found} locale={frame.locale} t={t} journey={journey} />
          )}
        </>
      )}
      <p>{own}</p>
    </Page>
  )
}

const Search = ({ frame: { locale }, sought, journey }: Pick<DirectoryProps, 'frame' | 'sought' | 'journey'>) => {
  const t = words(locale)
  const any = { value: '', label: t('directory.any') }
  return (
    <Form action="/facilitators" method="get" class="form filter facilitator-search" hidden={journey ? { journey } : {}}>
      <TextField name="q" type="search" label={t('directory.text')} locale={locale} value={sought.text} />
      <Select
        name="language"
        label={t('directory.language')}
        locale={locale}
        value={sought.language ?? ''}
        options={[any, ...languages.map((value) => ({ value, label: nameOfLanguage(value, locale) }))]}
      />
      <Select
        name="hat"
        label={t('directory.hat')}
        locale={locale}
        value={sought.hat ?? ''}
        options={[any, ...hats.map((value) => ({ value, label: t(`directory.hat.${value}`) }))]}
      />
      <CheckboxGroup
        name="free"
        label={t('directory.places')}
        locale={locale}
        values={sought.onlyFree ? ['yes'] : []}
        options={[{ value: 'yes', label: t('directory.only_free') }]}
      />
      <Actions>
        <Button>{t('directory.search')}</Button>
      </Actions>
    </Form>
  )
}
