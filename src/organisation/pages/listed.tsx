import type { Frame } from '#person/parts/frame.ts'
import { LinkToHandOver } from '#person/parts/link-to-hand-over.tsx'
import { isPending, type PasswordReset, stateOfReset } from '#person/person.ts'
import { dayIn } from '#platform/clock.ts'
import { Note } from '#ui/cards.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { fullDay, fullTime, type Reader } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { type Permission, type PermissionKind, permissionKinds } from '../organisation.ts'
import type { Listed } from '../queries.ts'

interface Props {
  frame: Frame
  person: Listed
  permissions: readonly Permission[]
  resets: readonly PasswordReset[]
  isMe: boolean
  reader: Reader
  now: Date
  problem?: string
}

/** What an administrator can do for one account. Nothing here tells what the person does. */
export const ListedPage = ({ frame, person, permissions, resets, isMe, reader, now, problem }: Props) => {
  const t = words(frame.locale)
  return (
    <Page title={person.name} {...frame}>
      <PageTitle title={person.name} overline={<a href="/organisation#people">{t('listed.back')}</a>} />
      {problem && <ErrorSummary locale={frame.locale} problems={{ permissions: problem }} kept={false} title={problem} />}
      <dl class="facts">
        <dt>{t('listed.email')}</dt>
        <dd>{person.email}</dd>
        <dt>{t('listed.since')}</dt>
        <dd>{fullDay(dayIn(reader.timeZone, person.since), reader.locale)}</dd>
        {person.eraseOn && (
          <>
            <dt>{t('listed.leaving')}</dt>
            <dd>
              <a href={`/organisation/people/${person.id}/removal`}>
                {t('listed.erased_on', { when: fullDay(dayIn(reader.timeZone, person.eraseOn), reader.locale) })}
              </a>
            </dd>
          </>
        )}
      </dl>
      {!person.eraseOn && (
        <section class="section" id="permissions">
          <h2>{t('listed.permissions')}</h2>
          <ul class="list">
            {permissionKinds.map((kind) => (
              <PermissionRow person={person} held={permissions.find((held) => held.kind === kind)} kind={kind} reader={reader} />
            ))}
          </ul>
        </section>
      )}
      <section class="section">
        <h2>{t('listed.reset', { name: person.name })}</h2>
        {isMe ? <p>{t('listed.yourself')}</p> : <Reset person={person} resets={resets} reader={reader} now={now} />}
      </section>
      {!isMe && !person.eraseOn && (
        <p>
          <a href={`/organisation/people/${person.id}/removal`}>{t('listed.remove', { name: person.name })}</a>
        </p>
      )}
    </Page>
  )
}

type RowProps = { person: Listed; held: Permission | undefined; kind: PermissionKind; reader: Reader }

const PermissionRow = ({ person, held, kind, reader }: RowProps) => {
  const t = words(reader.locale)
  const act = held ? 'revoke' : 'grant'
  const names = { name: person.name, kind: t(`permission.${kind}`) }
  return (
    <li class="setting">
      <span>{t(`permission.${kind}`)}</span>
      <span class="soft">{held ? heldSince(held, reader) : t('permission.none')}</span>
      <Form action={`/organisation/people/${person.id}/permissions/${act}`} hidden={{ kind }} class="inline-form">
        <Button label={t(`permission.${act}_label`, names)}>{t(`permission.${act}`)}</Button>
      </Form>
    </li>
  )
}

function heldSince({ kind, grantedBy, grantedAt }: Permission, reader: Reader): string {
  const t = words(reader.locale)
  const when = fullDay(dayIn(reader.timeZone, grantedAt), reader.locale)
  const named = t(`permission.${kind}`)
  return grantedBy ? t('permission.granted', { kind: named, name: grantedBy, when }) : t('permission.from_start', { kind: named, when })
}

const Reset = ({ person, resets, reader, now }: Pick<Props, 'person' | 'resets' | 'reader' | 'now'>) => {
  const t = words(reader.locale)
  const pending = resets.filter((reset) => isPending(reset, now))
  return (
    <>
      {pending.map((reset) => {
        const ready = stateOfReset(reset, now) === 'ready'
        const when = fullTime(ready ? reset.expiresAt : reset.worksFrom, reader)
        return (
          <Note tone="caution">
            <p>{t(ready ? 'listed.reset_ready' : 'listed.reset_waits', { name: reset.askedBy?.name ?? '', when })}</p>
            <Form action={`/organisation/people/${person.id}/resets/${reset.id}/withdraw`} class="inline-form">
              <Actions>
                <Button>{t('listed.reset_withdraw')}</Button>
              </Actions>
            </Form>
          </Note>
        )
      })}
      {pending.length === 0 && (
        <Form action={`/organisation/people/${person.id}/resets`}>
          <p>{t('listed.reset_what', { name: person.name })}</p>
          <Actions>
            <Button>{t('listed.reset_submit')}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}

/** The link, this once. */
export const ResetLinkPage = ({
  frame,
  person,
  link,
  worksFrom,
  reader,
}: {
  frame: Frame
  person: Listed
  link: string
  worksFrom: Date
  reader: Reader
}) => {
  const t = words(frame.locale)
  return (
    <Page title={t('listed.reset_done_title')} {...frame}>
      <PageTitle title={t('listed.reset_done_title')}>
        {t('listed.reset_done', { when: fullTime(worksFrom, reader), name: person.name })}
      </PageTitle>
      <LinkToHandOver id="link" label={t('listed.reset_link', { name: person.name })} link={link} />
      <Actions>
        <LinkButton href={`/organisation/people/${person.id}`}>{t('listed.go_on', { name: person.name })}</LinkButton>
      </Actions>
    </Page>
  )
}
