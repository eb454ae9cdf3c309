// Before any class of the schema is loaded.
import 'reflect-metadata'
import type { Redis } from 'ioredis'
import type { Steps } from './commands/steps.ts'
import { type Connection, connect } from './database/connect.ts'
import { checkConnection } from './database/connection-problem.ts'
import { startEmbeddedPostgres } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
import { readVersion } from './package-files.ts'

// The composition root: the only place that builds clients.

export interface OpenDatabase {
  connection: Connection
  /** Whether any document was ever given to it. */
  isEmpty: boolean
  /** Closes the connections, then ends the server if it is ours. Twice is once. */
  close(): Promise<void>
}

/**
 * The database that the environment names, or else the embedded one in `dataFolder`, with its tables up to date. Errors that a
 * user can do something about carry `isExplained`.
 */
export async function openDatabase(databaseUrl: string | null, dataFolder: string, steps: Steps): Promise<OpenDatabase> {
  const embedded =
    databaseUrl === null
      ? await steps.run(
          `Starting PostgreSQL on the folder ${dataFolder}`,
          () => startEmbeddedPostgres(dataFolder),
          ({ folder, isNew }) => `${isNew ? 'Set up and started' : 'Started'} PostgreSQL on the folder ${folder}`,
        )
      : null
  let connection: Connection | undefined
  const close = async () => {
    await connection?.close()
    await embedded?.stop()
  }
  try {
    const url = embedded?.url ?? (databaseUrl as string)
    const opened = connect(url)
    connection = opened
    if (databaseUrl !== null) {
      await steps.run(
        'Connecting to PostgreSQL',
        () => checkConnection(opened, databaseUrl),
        () => `Connected to ${withoutPassword(databaseUrl)}`,
      )
    }
    await steps.run(
      'Bringing the tables up to date',
      () => migrate(opened),
      ({ applied }) =>
        applied.length === 0 ? 'The tables are up to date' : `Brought the tables up to date (${applied.length} new)`,
    )
    const { rows } = await opened.pool.query('SELECT 1 FROM document LIMIT 1')
    return { connection, isEmpty: rows.length === 0, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Redis or Valkey, for the servers of one archive. One that is away is told, and done without. */
export async function openSharedAnswers(redisUrl: string, say: (line: string) => void): Promise<Redis> {
  const { openRedis } = await import('./server/answers/open-redis.ts')
  return openRedis(redisUrl, await readVersion(), ({ message }) =>
    say(`Redis at ${withoutPassword(redisUrl)} is away (${message}): answers are kept in this server alone until it is back.`),
  )
}

function withoutPassword(url: string): string {
  const shown = new URL(url)
  shown.password = ''
  shown.search = ''
  return shown.href
}
