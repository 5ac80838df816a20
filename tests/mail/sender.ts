import { openDatabase } from '#platform/db/database.ts'
import { sendLetter } from '#platform/mail/send.ts'

/** A process of its own that sends one letter, so that a test can kill it on the way. */
const [databaseUrl, smtpUrl, id] = process.argv.slice(2) as [string, string, string]
await sendLetter(openDatabase({ url: databaseUrl, max: 3 }), id, { smtpUrl, from: 'lotse@beispiel.de' })
process.exit()
