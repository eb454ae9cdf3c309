import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { type OpenDatabase, openDatabase, openSharedAnswers } from '../app.ts'
import { completeStoredArchive } from '../ingest/complete-archive.ts'
import type { ImportReport } from '../ingest/import-report.ts'
import { exitCodeOf, printReport } from '../ingest/print-report.ts'
import { readVersion, seedArticles } from '../package-files.ts'
import { runImport } from './import.ts'
import { checkPaths, UsageError } from './paths.ts'
import { createSteps, type Steps } from './steps.ts'
import { withStopSignal } from './stop-signals.ts'

export interface ServeOptions {
  paths: string[]
  /** Folder of the embedded database. */
  data: string
  databaseUrl: string | null
  port: number
  host: string
  redisUrl: string | null
  /** Null: as many as the server thinks right. */
  cacheMegabytes: number | null
}

/** Serves until the process is told to stop. */
export async function serve({ paths, data, databaseUrl, port, host, redisUrl, cacheMegabytes }: ServeOptions): Promise<void> {
  const steps = createSteps()
  await withStopSignal(async (signal) => {
    await checkPaths(paths)
    await checkPort(port, host)
    steps.say(`Interlinear ${await readVersion()}`)
    const database = await openArchive(paths, databaseUrl, data, steps)
    try {
      const wanted = paths.length > 0 || !database.isEmpty ? paths : [seedArticles]
      if (wanted.length > 0) {
        const name = wanted[0] === seedArticles ? 'the demonstration archive' : wanted.join(', ')
        const report = await steps.runShown(
          () => runImport(database.connection, { paths: wanted, signal, isQuiet: true }),
          (result) => `Imported ${name}: ${summarise(result)}`,
        )
        if (exitCodeOf(report) !== 0) steps.say(printReport(report))
      } else {
        await steps.run(
          'Looking whether search knows every article',
          () => completeStoredArchive(database.connection),
          (isNew) => (isNew ? 'Made search know the articles of an older version' : 'Search knows every article'),
        )
      }
      if (signal.aborted) return
      const { startServer } = await import('../server/start-server.ts')
      const redis = redisUrl === null ? null : await openSharedAnswers(redisUrl, (line) => steps.say(line))
      const cache = { redis, ...(cacheMegabytes === null ? {} : { cacheBytes: cacheMegabytes * 1024 * 1024 }) }
      const server = await steps.run(
        'Starting the server',
        () => startServer({ connection: database.connection, port, host, ...cache }),
        () => 'Started the server',
      )
      steps.say(`\nOpen ${server.url} in a browser to explore the archive. Stop with Ctrl-C.`)
      await raised(signal)
      steps.say('\nStopping.')
      await server.stop()
      redis?.disconnect()
    } finally {
      await database.close()
    }
  })
}

/**
 * Where nothing is named, what was imported before is served, or else the demonstration archive, which has a folder of its own, so
 * that it never mixes with an archive of the user's: not with one that an import left empty, either.
 */
async function openArchive(paths: string[], databaseUrl: string | null, data: string, steps: Steps): Promise<OpenDatabase> {
  const isMeant = paths.length > 0 || databaseUrl !== null
  if (isMeant || existsSync(path.join(data, 'postgres'))) {
    const own = await openDatabase(databaseUrl, data, steps)
    if (isMeant || !own.isEmpty) return own
    await own.close()
  }
  return openDatabase(null, path.join(data, 'demo'), steps)
}

/** Before anything else is begun; that another program takes the port meanwhile is possible, and told by the server. */
function checkPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(new UsageError(describe(error, port, host))))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()))
  })
}

function describe(error: NodeJS.ErrnoException, port: number, host: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop that program, or choose another port with --port ${port + 1}.`
    case 'EACCES':
      return `Port ${port} may only be used by root. Choose one above 1023 with --port.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EADDRNOTAVAIL':
      return `${host} is no address of this machine. Choose another with --host (localhost, or 0.0.0.0 for every machine in the network).`
    default:
      return `The server cannot listen on port ${port} of ${host}: ${error.message}`
  }
}

function summarise({ documents, kept, unchanged, superseded, rejected, unreadable }: ImportReport): string {
  const parts = [
    [kept, 'kept'],
    [unchanged, 'unchanged'],
    [superseded, 'overtaken by a later copy'],
    [rejected, 'could not be kept'],
    [unreadable.length, 'folders or archives could not be read'],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return [`${documents} document${documents === 1 ? '' : 's'}`, ...told].join(', ')
}

function raised(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
