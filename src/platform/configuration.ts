import { resolve } from 'node:path'
import * as v from 'valibot'
import { StartRefused } from './start-refused.ts'

export interface Configuration {
  port: number
  host: string
  /** What people type, without a slash at the end. */
  origin: string
  /** Absolute. Files, and the embedded PostgreSQL where no other is named. */
  dataDirectory: string
  databaseUrl: string | undefined
  databaseDirectUrl: string | undefined
  databaseOwnerUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  imapUrl: string | undefined
  logLevel: LogLevel
}

export const logLevels = ['info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

interface Variable {
  schema: v.GenericSchema<string, unknown>
  /** Completes "must be …". */
  must: string
  /** Shown in the documentation. */
  explanation: string
  /** Shown in the documentation; the value itself comes from the schema. */
  fallback?: string
  /** May hold a password, so it is never repeated in a message. */
  secret?: true
}

const address = (...schemes: string[]) =>
  v.pipe(
    v.string(),
    v.check((text) => URL.canParse(text.replace('@/', '@localhost/')) && schemes.some((scheme) => text.startsWith(`${scheme}://`))),
  )
const postgres = {
  schema: address('postgres', 'postgresql'),
  must: 'an address like postgres://role:password@host:5432/database',
  secret: true as const,
}

/** Every environment variable there is. */
export const variables = {
  PORT: {
    schema: v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(65_535)),
    must: 'a whole number from 1 to 65535',
    explanation: 'Port that the server listens on.',
    fallback: '3000',
  },
  HOST: {
    schema: v.pipe(v.string(), v.regex(/^[\w.:-]+$/)),
    must: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0',
    explanation: 'Address of this machine that the server listens on. Behind a reverse proxy the default is right.',
    fallback: '127.0.0.1',
  },
  ORIGIN: {
    schema: v.pipe(
      v.string(),
      v.regex(/^https?:\/\/[^/?#\s]+\/?$/),
      v.transform((text) => text.replace(/\/$/, '')),
    ),
    must: 'an address without a path, such as https://lotse.example.org',
    explanation: 'What people type to get here. Links in mails and invitations begin with it.',
    fallback: 'http://localhost:PORT',
  },
  DATA_DIR: {
    schema: v.pipe(v.string(), v.minLength(1)),
    must: 'a directory',
    explanation: 'Directory for everything that is kept: the embedded PostgreSQL, unless DATABASE_URL is set, and files.',
    fallback: '.data',
  },
  DATABASE_URL: {
    ...postgres,
    explanation: 'Another PostgreSQL (15 or later) for the server, signing in as the serving role; it may go through a transaction pooler.',
    fallback: 'the embedded PostgreSQL',
  },
  DATABASE_DIRECT_URL: {
    ...postgres,
    explanation: 'The same database and role without a pooler, for live pages and jobs.',
    fallback: 'DATABASE_URL',
  },
  DATABASE_OWNER_URL: {
    ...postgres,
    explanation:
      'The same database as its owner, for migrations; the server never sees it. Without it DATABASE_URL has to be the owner, and the serving role is made from it.',
    fallback: 'DATABASE_URL',
  },
  SMTP_URL: {
    schema: address('smtp', 'smtps'),
    must: 'an address like smtps://user:password@mail.example.org',
    secret: true as const,
    explanation: 'Where mail is handed in. Without it no mail is sent, and the pages say so where it matters.',
  },
  MAIL_FROM: {
    schema: v.pipe(v.string(), v.email()),
    must: 'a mail address such as lotse@example.org',
    explanation: 'Sender of all mail; the name beside it is that of the organisation.',
    fallback: 'lotse@HOST-OF-ORIGIN',
  },
  IMAP_URL: {
    schema: address('imap', 'imaps'),
    must: 'an address like imaps://user:password@mail.example.org/INBOX',
    secret: true as const,
    explanation:
      'The mailbox of MAIL_FROM: answers to invitations and letters that came back are taken in from it, and every letter in it is marked as read. Without it people answer on the pages.',
  },
  LOG_LEVEL: {
    schema: v.picklist(logLevels),
    must: `one of ${logLevels.join(', ')}`,
    explanation:
      'With debug, every request is a line (method, route, status, milliseconds) and unexpected errors at the start show where. Never words of people.',
    fallback: 'info',
  },
} satisfies Record<string, Variable>

type Name = keyof typeof variables

/**
 * Reads and checks the whole configuration; empty variables count as not set.
 * @throws StartRefused with one sentence that names the variable and what it has to be
 */
export function readConfiguration(environment: NodeJS.ProcessEnv, fallbackDataDirectory = '.data'): Configuration {
  const read = <N extends Name>(name: N) => readVariable(environment, name)
  const port = read('PORT') ?? 3000
  const origin = read('ORIGIN') ?? `http://localhost:${port}`
  const configuration: Configuration = {
    port,
    host: read('HOST') ?? '127.0.0.1',
    origin,
    dataDirectory: resolve(read('DATA_DIR') ?? fallbackDataDirectory),
    databaseUrl: read('DATABASE_URL'),
    databaseDirectUrl: read('DATABASE_DIRECT_URL'),
    databaseOwnerUrl: read('DATABASE_OWNER_URL'),
    smtpUrl: read('SMTP_URL'),
    mailFrom: read('MAIL_FROM') ?? `lotse@${new URL(origin).hostname}`,
    imapUrl: read('IMAP_URL'),
    logLevel: read('LOG_LEVEL') ?? 'info',
  }
  if (!configuration.databaseUrl && (configuration.databaseDirectUrl || configuration.databaseOwnerUrl)) {
    throw new StartRefused('DATABASE_DIRECT_URL and DATABASE_OWNER_URL go with DATABASE_URL: set that too, or none of them.')
  }
  return configuration
}

function readVariable<N extends Name>(environment: NodeJS.ProcessEnv, name: N): v.InferOutput<(typeof variables)[N]['schema']> | undefined {
  const given = environment[name]?.trim()
  if (!given) return undefined
  const variable: Variable = variables[name]
  const checked = v.safeParse(variable.schema, given)
  if (checked.success) return checked.output as v.InferOutput<(typeof variables)[N]['schema']>
  throw new StartRefused(`${name} must be ${variable.must}${variable.secret ? '' : `, but is "${given}"`}.`)
}
