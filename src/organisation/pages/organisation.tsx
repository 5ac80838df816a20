import type { Frame } from '#person/parts/frame.ts'
import { timeZones } from '#person/parts/schemas.ts'
import { dayIn } from '#platform/clock.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { locales } from '#platform/words/words.ts'
import { CheckboxGroup, RadioGroup } from '#ui/choices.tsx'
import { Select, TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import { type Reader, sayDate } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { type Permission, permissionKinds } from '../organisation.ts'
import type { Listed, OrganisationSettings } from '../queries.ts'

interface Props {
  frame: Frame
  settings: OrganisationSettings
  permissions: readonly Permission[]
  isAdmin: boolean
  /** One page of the list; for administrators. */
  list: { people: readonly Listed[]; further: boolean; sought: string; page: number }
  reader: Reader
  wrong?: { typed: Typed; problems: Problems }
}

export const OrganisationPage = ({ frame, settings, permissions, list, isAdmin, reader, wrong }: Props) => {
  const t = words(frame.locale)
  return (
    <Page title={t('organisation.title')} {...frame}>
      <PageTitle title={settings.name}>{t(isAdmin ? 'organisation.lead_admin' : 'organisation.lead')}</PageTitle>
      <WhoMay permissions={permissions} reader={reader} />
      {isAdmin && <People list={list} reader={reader} />}
      {isAdmin && <ToThePublic locale={frame.locale} />}
      {isAdmin && <MailAndRest locale={frame.locale} />}
      {isAdmin && <Settings frame={frame} settings={settings} wrong={wrong} />}
    </Page>
  )
}

/** Everybody sees who holds which permission. */
const WhoMay = ({ permissions, reader }: Pick<Props, 'permissions' | 'reader'>) => {
  const t = words(reader.locale)
  const holders = (kind: Permission['kind']) => permissions.filter((held) => held.kind === kind).map(({ holder }) => holder)
  return (
    <section class="section">
      <h2>{t('organisation.permissions')}</h2>
      <dl class="facts">
        {permissionKinds.map((kind) => (
          <>
            <dt>{t(`permission.${kind}`)}</dt>
            <dd>
              {holders(kind).join(', ') || t('organisation.nobody')}
              <p class="small">{t(`permission.${kind}_what`)}</p>
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}

const People = ({ list: { people, further, sought, page }, reader }: Pick<Props, 'list' | 'reader'>) => {
  const t = words(reader.locale)
  const pageAt = (number: number) => `/organisation?${new URLSearchParams({ q: sought, page: String(number) })}#people`
  return (
    <section class="section" id="people">
      <h2>{t('organisation.people')}</h2>
      <Actions>
        <LinkButton kind="primary" href="/organisation/invitations">
          {t('organisation.invite')}
        </LinkButton>
      </Actions>
      {(further || page > 0 || sought !== '') && (
        <Form action="/organisation#people" method="get" class="row">
          <TextField name="q" type="search" label={t('organisation.search')} locale={reader.locale} value={sought} width="half" />
          <Button>{t('organisation.search_submit')}</Button>
        </Form>
      )}
      {people.length === 0 && <p>{t('organisation.nobody_found', { sought })}</p>}
      <ul class="list">
        {people.map((person) => (
          <PersonRow person={person} reader={reader} />
        ))}
      </ul>
      <Actions>
        {page > 0 && <LinkButton href={pageAt(page - 1)}>{t('organisation.before')}</LinkButton>}
        {further && <LinkButton href={pageAt(page + 1)}>{t('organisation.further')}</LinkButton>}
      </Actions>
    </section>
  )
}

const PersonRow = ({ person, reader }: { person: Listed; reader: Reader }) => {
  const t = words(reader.locale)
  const saidDay = (at: Date) => sayDate(dayIn(reader.timeZone, at), dayIn(reader.timeZone, new Date()), reader.locale)
  return (
    <li class="setting" id={person.id}>
      <span>{person.name}</span>
      <span class="soft">
        {person.email}
        <br />
        {person.eraseOn
          ? t('organisation.leaving', { when: saidDay(person.eraseOn) })
          : t('organisation.since', { when: saidDay(person.since) })}
      </span>
      <a href={`/organisation/people/${person.id}`} aria-label={t('organisation.manage_label', { name: person.name })}>
        {t('organisation.manage')}
      </a>
    </li>
  )
}

/** What visitors read here, and what they wrote. */
const ToThePublic = ({ locale }: { locale: Frame['locale'] }) => {
  const t = words(locale)
  return (
    <section class="section">
      <h2>{t('organisation.public')}</h2>
      <p>{t('organisation.public_what')}</p>
      <p class="row">
        <a href="/organisation/texts">{t('organisation.texts')}</a>
        <a href="/organisation/messages">{t('organisation.messages')}</a>
      </p>
    </section>
  )
}

const MailAndRest = ({ locale }: { locale: Frame['locale'] }) => {
  const t = words(locale)
  return (
    <section class="section">
      <h2>{t('organisation.mail')}</h2>
      <p>{t('organisation.mail_what')}</p>
      <p class="row">
        <a href="/organisation/mail">{t('organisation.outbox')}</a>
        <a href="/organisation/rest">{t('organisation.rest')}</a>
      </p>
    </section>
  )
}

const Settings = ({ frame: { locale }, settings, wrong }: Pick<Props, 'frame' | 'settings' | 'wrong'>) => {
  const t = words(locale)
  const problems = sayProblems(wrong?.problems ?? {}, locale)
  const typed = (name: string, kept: string) => String(wrong?.typed[name] ?? kept)
  return (
    <section class="section">
      <h2>{t('organisation.settings')}</h2>
      <ErrorSummary locale={locale} problems={problems} />
      <Form action="/organisation">
        <TextField
          name="name"
          label={t('organisation.name')}
          locale={locale}
          value={typed('name', settings.name)}
          error={problems.name}
          required
        />
        <RadioGroup
          name="locale"
          label={t('setup.locale')}
          locale={locale}
          value={typed('locale', settings.locale)}
          error={problems.locale}
          options={locales.map((one) => ({ value: one, label: t(`setup.locale.${one}`) }))}
        />
        <Select
          name="timeZone"
          label={t('organisation.time_zone')}
          locale={locale}
          value={typed('timeZone', settings.timeZone)}
          error={problems.timeZone}
          options={timeZones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        />
        <CheckboxGroup
          name="selfRegistration"
          label={t('organisation.registration')}
          hint={t('organisation.registration_what')}
          locale={locale}
          values={(wrong ? wrong.typed.selfRegistration : settings.selfRegistration) ? ['yes'] : []}
          options={[{ value: 'yes', label: t('organisation.registration_open') }]}
        />
        <Actions>
          <Button>{t('organisation.save')}</Button>
        </Actions>
      </Form>
    </section>
  )
}
