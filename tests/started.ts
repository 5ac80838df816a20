import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'

const root = join(import.meta.dirname, '..')

/** `npm start` or one of its commands, as somebody at a console sees it. */
export interface Started {
  child: ChildProcess
  said(): string
  /** The exit code. */
  ended: Promise<number | null>
}

export interface Process {
  pid: number
  command: string
}

/** A data directory and a port of one's own, and what was started on them. */
export interface Installation {
  directory: string
  port: number
  start(environment?: NodeJS.ProcessEnv, command?: string[]): Started
  /** Resolves when what was started answers; by default it is started now. */
  running(started?: Started): Promise<Started>
  /** Every process that was started with the data directory or works in it. */
  processes(): Promise<Process[]>
  /** The one whose command contains this. */
  find(part: string): Promise<Process>
  nothingLeft(): Promise<void>
  /** Ends what was started. */
  end(): Promise<void>
  remove(): Promise<void>
}

export async function installation(): Promise<Installation> {
  const directory = await mkdtemp(join(tmpdir(), 'lotse-start-'))
  const port = await freePort()
  const all: Started[] = []

  const start: Installation['start'] = (environment = {}, command = [process.execPath, 'bin/start.ts']) => {
    const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined, DATA_DIR: directory, PORT: String(port), ...environment }
    const child = spawn(command[0]!, command.slice(1), { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const parts: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(String(part)))
    const one = { child, said: () => parts.join(''), ended: once(child, 'close').then(([code]) => code as number | null) }
    all.push(one)
    return one
  }
  const running: Installation['running'] = async (one = start()) => {
    await expect.poll(one.said, { timeout: 60_000 }).toContain(`Lotse is running: http://localhost:${port}`)
    return one
  }
  const processes = () => processesOf(directory)
  const end = async () => {
    for (const { child, ended } of all.splice(0)) {
      child.kill('SIGTERM')
      await ended
    }
  }
  return {
    directory,
    port,
    start,
    running,
    processes,
    find: async (part) => (await processes()).find(({ command }) => command.includes(part))!,
    nothingLeft: () => expect.poll(processes, { timeout: 30_000 }).toEqual([]),
    end,
    remove: () => rm(directory, { recursive: true, force: true }),
  }
}

async function processesOf(directory: string): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const seen = await Promise.all(
    pids.map(async (pid) => {
      const [command, environment, place] = await Promise.all([
        readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
        readFile(`/proc/${pid}/environ`, 'utf8').catch(() => ''),
        readlink(`/proc/${pid}/cwd`).catch(() => ''),
      ])
      const belongs = environment.split('\0').includes(`DATA_DIR=${directory}`) || place.startsWith(directory)
      return belongs && command ? [{ pid: Number(pid), command: command.replaceAll('\0', ' ') }] : []
    }),
  )
  return seen.flat()
}

/** What a running process was given in its environment. */
export async function environmentOf({ pid }: Process): Promise<Record<string, string>> {
  const lines = (await readFile(`/proc/${pid}/environ`, 'utf8')).split('\0').filter(Boolean)
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
}

export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  server.close()
  return port
}

/** Listens on some free port of this machine and gives its number. */
export async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as { port: number }).port
}
