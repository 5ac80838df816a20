import type { Child } from 'hono/jsx'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { locales } from '#platform/words/words.ts'
import { RadioGroup } from '#ui/choices.tsx'
import { Select } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import type { Reader } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { NameField } from '../parts/fields.tsx'
import type { Frame } from '../parts/frame.ts'
import { ResetNotice } from '../parts/resets.tsx'
import { timeZones } from '../parts/schemas.ts'
import { type PasswordReset, themes } from '../person.ts'
import type { OwnSettings } from '../queries.ts'

interface Props {
  frame: Frame
  settings: OwnSettings
  signIns: number
  resets: readonly PasswordReset[]
  waiting: readonly PasswordReset[]
  reader: Reader
  now: Date
  wrong?: { typed: Typed; problems: Problems }
}

export const SettingsPage = ({ frame, settings, signIns, resets, waiting, reader, now, wrong }: Props) => {
  const t = words(frame.locale)
  return (
    <Page title={t('settings.title')} {...frame}>
      <PageTitle title={t('settings.title')} />
      <ResetNotice resets={waiting} reader={reader} now={now} />
      <You frame={frame} settings={settings} wrong={wrong} />
      <section class="section">
        <h2>{t('settings.learning')}</h2>
        <ul class="list">
          <Row name={t('rhythm.title')} state={t('settings.rhythm')} href="/settings/rhythm" act={t('settings.change')} />
          <Row name={t('settings.calendar')} state={t('settings.calendar_state')} href="/settings/calendar" act={t('settings.change')} />
          <Row name={t('settings.mail')} state={t('settings.mail_what')} href="/settings/mail" act={t('settings.change')} />
        </ul>
      </section>
      <section class="section">
        <h2>{t('settings.way_in')}</h2>
        <ul class="list">
          <Row name={t('settings.email')} state={settings.email} href="/settings/email" act={t('settings.change')} />
          <Row name={t('settings.password')} state="" href="/settings/password" act={t('settings.change')} />
          <Row
            name={t('settings.codes')}
            state={t('settings.codes_left', { count: settings.recoveryCodesLeft })}
            href="/settings/recovery-codes"
            act={t('settings.change')}
          />
          <Row
            name={t('settings.sign_ins')}
            state={t('settings.sign_ins_state', { count: signIns })}
            href="/settings/sign-ins"
            act={t('settings.show')}
          />
          <Row
            name={t('settings.resets')}
            state={t('settings.resets_state', { count: resets.length })}
            href="/settings/resets"
            act={t('settings.show')}
          />
        </ul>
      </section>
      <section class="section">
        <h2>{t('settings.data')}</h2>
        <ul class="list">
          <Row name={t('settings.data_take')} state={t('settings.data_what')} href="/my-data" act={t('settings.show')} />
        </ul>
      </section>
    </Page>
  )
}

const Row = ({ name, state, href, act }: { name: string; state: Child; href: string; act: string }) => (
  <li class="setting">
    <span>{name}</span>
    <span class="soft">{state}</span>
    <a href={href} aria-label={`${name}: ${act}`}>
      {act}
    </a>
  </li>
)

const You = ({ frame: { locale }, settings, wrong }: Pick<Props, 'frame' | 'settings' | 'wrong'>) => {
  const t = words(locale)
  const problems = sayProblems(wrong?.problems ?? {}, locale)
  const typed = (name: string, kept: string | null) => String(wrong?.typed[name] ?? kept ?? '')
  const organisation = t(`settings.locale.${settings.organisation.locale}`)
  return (
    <section class="section">
      <h2>{t('settings.you')}</h2>
      <ErrorSummary locale={locale} problems={problems} />
      <Form action="/settings">
        <NameField locale={locale} value={typed('name', settings.name)} error={problems.name} />
        <RadioGroup
          name="locale"
          label={t('settings.locale')}
          locale={locale}
          value={typed('locale', settings.locale)}
          error={problems.locale}
          options={[
            { value: '', label: t('settings.locale.organisation', { locale: organisation }) },
            ...locales.map((value) => ({ value, label: t(`settings.locale.${value}`) })),
          ]}
        />
        <Select
          name="timeZone"
          label={t('settings.time_zone')}
          locale={locale}
          value={typed('timeZone', settings.timeZone)}
          error={problems.timeZone}
          options={[
            { value: '', label: t('settings.time_zone.organisation', { zone: zoneName(settings.organisation.timeZone) }) },
            ...timeZones.map((value) => ({ value, label: zoneName(value) })),
          ]}
        />
        <RadioGroup
          name="theme"
          label={t('settings.theme')}
          locale={locale}
          value={typed('theme', settings.theme)}
          error={problems.theme}
          options={[
            { value: '', label: t('settings.theme.device') },
            ...themes.map((value) => ({ value, label: t(`settings.theme.${value}`) })),
          ]}
        />
        <Actions>
          <Button kind="primary">{t('settings.save')}</Button>
        </Actions>
      </Form>
    </section>
  )
}

const zoneName = (zone: string) => zone.replaceAll('_', ' ')
