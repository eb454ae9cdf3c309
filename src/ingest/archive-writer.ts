import type pg from 'pg'
import { transaction } from '../database/transaction.ts'
import { raiseVersion } from '../modules/archive/archive.store.ts'

/** Held by the one process that imports; also the backend that writes, so that it is free only when that has ended. */
const advisoryLock = 7_236_271
/** A process that was killed may leave its backend busy for a moment. */
const lockAttempts = 30
const lockPauseMs = 100

const settings = [
  // Many short statements over few rows: compiling any of them costs more than it saves.
  ['jit', 'off'],
  // What names are found by is sorted into its indexes in few large portions. Searches in the meantime also look through what is not
  // sorted yet; the import's last step sorts the rest.
  ['gin_pending_list_limit', "'64MB'"],
] as const

export class ArchiveBusyError extends Error {
  override name = 'ArchiveBusyError'
  readonly isExplained = true
}

/** The one connection through which an import writes. */
export interface ArchiveWriter {
  client: pg.PoolClient
  /**
   * All of `work` happens, or nothing. Where it changes what the archive answers (`changes` > 0), the archive's version rises in
   * the same transaction.
   */
  unit<T>(work: () => Promise<{ changes: number; result: T }>): Promise<T>
}

/**
 * Lends a writer that no other process has at the same time. In a dry run everything is done in one transaction that is rolled
 * back at the end: readers never see any of it. Throws ArchiveBusyError when another import is running.
 */
export async function withArchiveWriter<T>(
  pool: pg.Pool,
  isDryRun: boolean,
  use: (writer: ArchiveWriter) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let isBroken = true
  try {
    await takeLock(client)
    for (const [name, value] of settings) await client.query(`SET ${name} = ${value}`)
    const result = isDryRun
      ? await tryOut(client, use)
      : await use({ client, unit: (work) => transaction(client, () => finish(client, work)) })
    for (const [name] of settings) await client.query(`RESET ${name}`)
    await client.query('SELECT pg_advisory_unlock($1)', [advisoryLock])
    isBroken = false
    return result
  } finally {
    // Closing the connection also gives the lock back.
    client.release(isBroken)
  }
}

async function takeLock(client: pg.PoolClient): Promise<void> {
  for (let attempt = 1; attempt <= lockAttempts; attempt++) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [advisoryLock])
    if (rows[0]?.taken) return
    await new Promise((resolve) => setTimeout(resolve, lockPauseMs))
  }
  throw new ArchiveBusyError('Another import into this archive is running: wait until it has ended, then run this one again.')
}

async function finish<T>(client: pg.PoolClient, work: () => Promise<{ changes: number; result: T }>): Promise<T> {
  const { changes, result } = await work()
  if (changes > 0) await raiseVersion(client)
  return result
}

async function tryOut<T>(client: pg.PoolClient, use: (writer: ArchiveWriter) => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    return await use({ client, unit: (work) => savepoint(client, () => finish(client, work)) })
  } finally {
    await client.query('ROLLBACK').catch(() => undefined)
  }
}

async function savepoint<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('SAVEPOINT unit')
  try {
    const result = await work()
    await client.query('RELEASE SAVEPOINT unit')
    return result
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT unit')
    throw error
  }
}
