import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'

/** `prisma/migrations` of this package: two folders up from both src/database and dist/database. */
export const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** The lock that Prisma's own engine takes, so that the two exclude each other. */
const advisoryLock = 72707369

const createTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`

export interface MigrationReport {
  /** Names of the migrations applied now, in order. */
  applied: string[]
  /** How many had been applied before. */
  alreadyApplied: number
}

/** The database and the migrations do not fit; the message says what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError'
  readonly isExplained = true
}

interface Migration {
  name: string
  sql: string
  checksum: string
}

interface AppliedMigration {
  migration_name: string
  checksum: string
  finished_at: Date | null
  logs: string | null
}

/**
 * Brings the tables up to date: each migration in a transaction of its own, recorded in `_prisma_migrations` as Prisma does, so
 * that `prisma migrate` agrees. Doing it twice changes nothing; two processes at once wait for each other.
 */
export async function migrate(
  { pool }: { pool: pg.Pool },
  { folder = migrationsFolder }: { folder?: string } = {},
): Promise<MigrationReport> {
  const migrations = await readMigrations(folder)
  const client = await pool.connect()
  let isBroken = false
  try {
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock])
    await client.query(createTable)
    const before = await client.query<AppliedMigration>(
      'SELECT migration_name, checksum, finished_at, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
    )
    checkHistory(migrations, before.rows)
    const done = new Set(before.rows.map((row) => row.migration_name))
    const applied: string[] = []
    for (const migration of migrations) {
      if (done.has(migration.name)) continue
      await apply(client, migration)
      applied.push(migration.name)
    }
    await client.query('SELECT pg_advisory_unlock($1)', [advisoryLock])
    return { applied, alreadyApplied: done.size }
  } catch (error) {
    isBroken = true
    throw error
  } finally {
    // A connection that failed is closed, which gives the lock back whatever state it is in.
    client.release(isBroken)
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

function checkHistory(migrations: readonly Migration[], applied: readonly AppliedMigration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of applied) {
    const name = row.migration_name
    if (row.finished_at === null) {
      const reason = row.logs === null ? '' : ` (${firstLine(row.logs)})`
      throw new MigrationError(
        `Migration ${name} was begun on this database and did not finish${reason}. ` +
          'Undo what it left and run `npx prisma migrate resolve --rolled-back`, or start with an empty database.',
      )
    }
    const migration = known.get(name)
    if (migration === undefined) {
      throw new MigrationError(
        `The database has migration ${name}, which this version of interlinear does not know: a newer version made it. Update interlinear.`,
      )
    }
    if (migration.checksum !== row.checksum) {
      throw new MigrationError(
        `Migration ${name} was changed after it had been applied to this database. ` +
          'Put its file back as it was, and make changes in a new migration (`npm run db:new -- NAME`).',
      )
    }
  }
}

async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    const started = await client.query<{ at: Date }>('SELECT clock_timestamp() AS at')
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, started_at, finished_at, migration_name, logs, rolled_back_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), $4, NULL, NULL, 1)`,
      [randomUUID(), checksum, started.rows[0]?.at, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new MigrationError(`Migration ${name} failed and was undone: ${firstLine((error as Error).message)}`, { cause: error })
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? ''
}
