import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { digestJob } from '#reminder/jobs.ts'
import { reconcileCalendars } from '#scheduling/commands/reconcile.ts'
import { takeReplies } from '#scheduling/commands/take-reply.ts'
import { myTopics } from '#sharing/queries.ts'
import { createApp } from './app.ts'
import { pageOfAppointment } from './domains.ts'
import { dailyJobs } from './jobs.ts'
import { readConfiguration } from './platform/configuration.ts'
import { openDatabase } from './platform/db/database.ts'
import { type Job, startJobs } from './platform/jobs/jobs.ts'
import { openLive } from './platform/live/live.ts'
import { takeBounce } from './platform/mail/bounce.ts'
import { inboxJob } from './platform/mail/inbox.ts'
import { mailJobs } from './platform/mail/send.ts'
import { StartRefused } from './platform/start-refused.ts'
import { builtAssets } from './platform/web/assets.ts'
import { headers } from './platform/web/security.ts'

/** A page that is being written out may take this long to finish when we are told to stop. */
const lastWords = 500
const longestStop = 2500
const forever = 'public, max-age=31536000, immutable'

const { host, port, origin, databaseUrl, databaseDirectUrl, smtpUrl, mailFrom, imapUrl, logLevel } = readConfiguration(process.env)
if (!databaseUrl) refuse(new StartRefused('DATABASE_URL has to be set for the server; "npm start" does that.'))
const database = openDatabase({ url: databaseUrl!, directUrl: databaseDirectUrl })
const live = openLive({ database, topicsOf: myTopics })
const browser = join(import.meta.dirname, '../browser')

const app = new Hono()
app.use(
  '/assets/*',
  headers(),
  serveStatic({ root: browser, precompressed: true, onFound: (_path, c) => c.header('cache-control', forever) }),
)
const logRequest = logLevel === 'debug' ? console.log : undefined
const calendarMail = { address: mailFrom, takesReplies: imapUrl !== undefined }
const pages = createApp({ database, live, origin, canMail: smtpUrl !== undefined, calendarMail, assets: builtAssets(browser), logRequest })
app.all('*', (c) => pages.fetch(c.req.raw, c.env))

const server = serve({ fetch: app.fetch, hostname: host, port }, () => process.send?.('ready'))
server.on('error', (error: NodeJS.ErrnoException) => refuse(listening(error)))
const jobs = startJobs({
  database,
  jobs: [
    ...dailyJobs,
    ...(smtpUrl ? jobsWithMail(smtpUrl) : []),
    ...(smtpUrl ? [reconcileCalendars({ origin, calendarMail, pageOf: pageOfAppointment })] : []),
    ...(imapUrl ? [inboxJob(imapUrl, [takeReplies(origin), takeBounce], noteInbox)] : []),
  ],
  onFailure: noteFailure,
})
jobs.catch(refuse)

function noteInbox(counted: { taken: number; ignored: number }) {
  console.log(JSON.stringify({ level: 'info', job: 'look_into_inbox', ...counted }))
}

/** What is done only where letters can be sent. */
function jobsWithMail(server: string): Job[] {
  const sending = mailJobs({ smtpUrl: server, from: mailFrom }, (error) => noteFailure('send_letter', error))
  return [...sending, digestJob(origin, (error) => noteFailure('send_digests', error))]
}

function noteFailure(job: string, error: unknown) {
  console.error(JSON.stringify({ level: 'error', job, error: error instanceof Error ? error.name : 'unknown' }))
}

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
// Whoever started us was killed: nobody would stop us later.
process.on('disconnect', stop)

async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(0), longestStop)
  live.close()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), lastWords)
  await Promise.all([closed, jobs.then((running) => running.stop())])
  await database.close()
  process.exit(0)
}

function listening(error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE')
    return new StartRefused(`Port ${port} on ${host} is in use by another program: end that, or set PORT to another one.`)
  if (error.code === 'EACCES')
    return new StartRefused(`Port ${port} needs rights that this user does not have: set PORT to one above 1023.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new StartRefused(`HOST ${host} is no address of this machine.`)
  return error
}

function refuse(error: Error): never {
  console.error(error instanceof StartRefused ? error.message : `The server cannot go on: ${error.message}`)
  process.exit(1)
}
