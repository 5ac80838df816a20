import { dayIn } from '#platform/clock.ts'
import { Button, Form } from '#ui/form.tsx'
import { type Reader, sayDate } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import { type Invitation, stateOfInvitation } from '../sharing.ts'

/** Invitations with what can be done about each. `at` is the address that `/:id/renew` and `/:id/revoke` hang on. */
export const InvitationList = ({
  invitations,
  at,
  reader,
  now,
}: {
  invitations: readonly Invitation[]
  at: string
  reader: Reader
  now: Date
}) => {
  const t = words(reader.locale)
  return (
    <ul class="list">
      {invitations.map((invitation) => {
        const state = stateOfInvitation(invitation, now)
        const whom = invitation.usedBy ?? invitation.email ?? t('invitations.unnamed')
        const day = (at: Date) => sayDate(dayIn(reader.timeZone, at), dayIn(reader.timeZone, now), reader.locale)
        const when = day(invitation.expiresAt)
        const made = { name: invitation.invitedBy ?? '', when: day(invitation.madeAt) }
        return (
          <li class="setting" id={invitation.id}>
            <span>{whom}</span>
            <span class="soft">
              {t(`invitations.state.${state}`, { when, name: invitation.usedBy ?? '' })}
              <br />
              {t('invitations.by', made)}
            </span>
            {(state === 'open' || state === 'expired') && (
              <span class="row">
                <Form action={`${at}/${invitation.id}/renew`} class="inline-form">
                  <Button kind="quiet" label={t('invitations.renew_label', { whom })}>
                    {t('invitations.renew')}
                  </Button>
                </Form>
                <Form action={`${at}/${invitation.id}/revoke`} class="inline-form">
                  <Button kind="quiet" label={t('invitations.revoke_label', { whom })}>
                    {t('invitations.revoke')}
                  </Button>
                </Form>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
