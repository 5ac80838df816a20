import { letSilentJourneysRest } from '#journey/commands/auto-pause.ts'
import { emptyBins } from '#journey/commands/restore.ts'
import { removeExpiredEmails } from '#person/commands/email.ts'
import { type Job, removeFailedJobs } from '#platform/jobs/jobs.ts'
import { removeOldLetters } from '#platform/mail/outbox.ts'
import { removeExpiredSignIns } from '#platform/sign-in/expired.ts'
import { storeDonations } from '#quickscan/jobs.ts'
import { emptyJournalBins } from '#reflection/jobs.ts'
import { removeOldDigests } from '#reminder/jobs.ts'
import { forgetInvitees } from '#sharing/commands/invitation.ts'
import { removeOldMessages } from '#site/commands/message.ts'
import { eraseDeparted } from '#trust/commands/departure.ts'

/** Everything that is done once a day, whether anybody calls or not. */
export const dailyJobs: readonly Job[] = [
  removeExpiredSignIns,
  removeExpiredEmails,
  forgetInvitees,
  letSilentJourneysRest,
  emptyBins,
  emptyJournalBins,
  storeDonations,
  removeOldMessages,
  removeOldLetters,
  eraseDeparted,
  removeOldDigests,
  removeFailedJobs,
]
