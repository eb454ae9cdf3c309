import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { EmbeddedPostgresError, type PostgresBinaries, type ServerAccount } from './postgres-binaries.ts'
import { isProcessAlive } from './process-state.ts'

const run = promisify(execFile)
const superuser = 'interlinear'
const startTimeoutMs = 60_000
const stopTimeoutMs = 20_000

/** A folder that one PostgreSQL server keeps its data in, and what it takes to run one there. */
export interface Cluster {
  binaries: PostgresBinaries
  account: ServerAccount | null
  dataFolder: string
  logFile: string
  password: string
  /** False for data that may be lost with the machine: tests. */
  isDurable: boolean
  settings?: Readonly<Record<string, string>>
}

export interface RunningServer {
  pid: number
  port: number
  /** Connection string of one of the server's databases. */
  urlOf(database: string): string
  /** Ends sessions, writes everything down and waits for the process to end. Twice is once. */
  stop(): Promise<void>
}

/** Makes an empty database cluster: UTF-8, ordered by code point, so that orders are the same on every system. */
export async function createCluster(cluster: Cluster): Promise<void> {
  const { account, binaries, dataFolder } = cluster
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  if (account !== null) await chown(dataFolder, account.uid, account.gid)
  const secrets = await mkdtemp(path.join(tmpdir(), 'interlinear-'))
  try {
    const passwordFile = path.join(secrets, 'password')
    await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600 })
    if (account !== null) for (const at of [secrets, passwordFile]) await chown(at, account.uid, account.gid)
    await run(
      binaries.initdb,
      [
        ...['-D', pathForServer(cluster), '-U', superuser, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
        ...['-E', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
        // The password is 24 random bytes: stretching it would only slow down every connection.
        ...['--set', 'scram_iterations=1', '--no-instructions'],
        ...(cluster.isDurable ? [] : ['--no-sync']),
      ],
      { cwd: dataFolder, env: serverEnvironment(), ...account },
    )
  } catch (error) {
    await rm(dataFolder, { recursive: true, force: true })
    const output = (error as { stderr?: string }).stderr?.trim() || (error as Error).message
    throw new EmbeddedPostgresError(`PostgreSQL could not set up ${dataFolder}: ${lastLine(output)}`)
  } finally {
    await rm(secrets, { recursive: true, force: true })
  }
}

/** Starts a server on a free port of the loopback interface and waits until it answers. */
export async function startServer(cluster: Cluster): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    try {
      return await startOn(port, cluster)
    } catch (error) {
      // Between asking for a free port and using it, another process may have taken it; and the sessions of a server that was
      // killed need a moment to notice.
      if (attempt === 5 || !/could not (bind|create any TCP)|still in use/.test((error as Error).message)) throw error
      await sleep(100 * attempt)
    }
  }
}

/** Ends a server that an earlier process left behind, known by its pid alone. */
export async function stopProcess(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    // SIGINT asks for a fast shutdown, SIGQUIT for an immediate one with recovery at the next start.
    if (!send(pid, signal)) return
    const deadline = Date.now() + stopTimeoutMs
    while (Date.now() < deadline) {
      if (!(await isProcessAlive(pid))) return
      await sleep(20)
    }
  }
}

export function createPassword(): string {
  return randomBytes(24).toString('base64url')
}

/**
 * A quarter of the memory, as PostgreSQL advises, 128 MB to 1 GB: a page that is not there is copied from the system each time that
 * it is read, which for lists over a large archive takes longer than all else. What is never read is never taken.
 */
const sharedMegabytes = (): number => Math.round(Math.min(1024, Math.max(128, totalmem() / 4 / 1024 ** 2)))

async function startOn(port: number, cluster: Cluster): Promise<RunningServer> {
  const { binaries, dataFolder, account } = cluster
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${sharedMegabytes()}MB`,
    // Of the 16 MB that it would take, each page is new to each connection that writes: a ninth of what an import costs the server.
    wal_buffers: '1MB',
    log_checkpoints: 'off',
    ...(cluster.isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...cluster.settings,
  }
  // The log of this run; the one before is kept.
  await rename(cluster.logFile, `${cluster.logFile}.1`).catch(() => undefined)
  const log = await open(cluster.logFile, 'a', 0o600)
  const child = spawn(
    binaries.postgres,
    ['-D', pathForServer(cluster), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Detached: Ctrl-C in a terminal goes to the whole group, but the server is to stop after us, not before.
    { cwd: dataFolder, env: serverEnvironment(), stdio: ['ignore', log.fd, log.fd], detached: true, ...account },
  )
  let ended: string | null = null
  const exit = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = `ended with ${signal ?? `exit code ${code}`}`
      resolve()
    })
    child.once('error', (error) => {
      ended = error.message
      resolve()
    })
  })
  await log.close()

  const deadline = Date.now() + startTimeoutMs
  while (!(await isReady(dataFolder, child.pid))) {
    if (ended === null && Date.now() < deadline) {
      await sleep(10)
      continue
    }
    if (child.pid !== undefined) await stopProcess(child.pid)
    const reason = await errorIn(cluster.logFile)
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL did not start: ${reason ?? ended ?? `no answer within ${startTimeoutMs / 1000} s`} (see ${cluster.logFile})`,
    )
  }

  const pid = child.pid as number
  const stopAtExit = () => void send(pid, 'SIGINT')
  process.once('exit', stopAtExit)
  child.unref()
  let stopping: Promise<void> | undefined
  return {
    pid,
    port,
    urlOf: (database) => `postgresql://${superuser}:${cluster.password}@127.0.0.1:${port}/${database}`,
    stop() {
      stopping ??= (async () => {
        child.ref()
        if (process.platform === 'win32') await run(binaries.pgCtl, ['stop', '-D', dataFolder, '-m', 'fast', '-w'])
        else await Promise.race([exit, stopProcess(pid)])
        await exit
        process.off('exit', stopAtExit)
      })()
      return stopping
    },
  }
}

/**
 * How the server is told where its data is. Under another account it may not be able to walk there (root's home is closed to
 * others), but it can stay where it was put: its working directory, which Linux names so.
 */
function pathForServer({ account, dataFolder }: Cluster): string {
  return account !== null && process.platform === 'linux' ? '/proc/self/cwd' : dataFolder
}

/** The eighth line of postmaster.pid is what `pg_ctl -w` waits for. */
async function isReady(dataFolder: string, pid: number | undefined): Promise<boolean> {
  const lines = (await readFile(path.join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/** Variables of the user's own PostgreSQL (PGDATA, PGPORT …) must not reach this one. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

async function errorIn(logFile: string): Promise<string | null> {
  const text = await readFile(logFile, 'utf8')
  const lines = text.split('\n').filter((line) => /\b(FATAL|PANIC):|could not|error while loading/.test(line))
  const line = lines.find((one) => one.includes('could not bind')) ?? lines.at(-1)
  return line?.replace(/^.*?(?:FATAL|PANIC|LOG|WARNING):\s*/, '').trim() ?? null
}

function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return (lines.find((line) => /error|fatal|could not|denied/i.test(line)) ?? lines.at(-1) ?? '').trim()
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
