import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Database } from './database.ts'
import { PrismaClient } from './generated/client.ts'
import { PipelinedReader } from './pipelined-reader.ts'

/** One pool of connections, and the ways to use it: statements of our own, Prisma, and the driver itself (COPY). */
export interface Connection {
  pool: pg.Pool
  db: Database
  prisma: PrismaClient
  /** A connection of its own outside the pool, not opened yet; whoever makes it ends it. */
  createClient(): pg.Client
  /** Ends every connection. Twice is once. */
  close(): Promise<void>
}

export interface ConnectOptions {
  /** Connections held at most: so many to read, and so many for all else. */
  maxConnections?: number
}

/** A host that does not answer at all is given up after this. */
const connectionTimeoutMillis = 15_000

/** Texts that Prisma makes have lists of any length in them; past this many, statements are no longer kept prepared. */
const preparedTextsAtMost = 500

/**
 * Opens no connection yet. `?pgbouncer=true` in the URL says that connections change hands between transactions: then nothing
 * is prepared by name.
 */
export function connect(url: string, { maxConnections = 10 }: ConnectOptions = {}): Connection {
  const isPrepared = new URL(url, 'postgresql://localhost').searchParams.get('pgbouncer') !== 'true'
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    application_name: 'interlinear',
    connectionTimeoutMillis,
  })
  // An idle connection was lost: the pool replaces it.
  pool.on('error', () => undefined)
  // The pool listens to idle connections alone. One that is lost while it is lent out says so at its next statement; without a
  // listener the loss would end the process before that.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const settings = { connectionString: url, application_name: 'interlinear', connectionTimeoutMillis, keepAlive: true }
  const reader = isPrepared
    ? new PipelinedReader(() => new pg.Client({ ...settings, pipeline: true } as pg.ClientConfig), maxConnections)
    : null
  const db: Database = reader ?? {
    async query<Row>({ text }: { text: string }, values: readonly unknown[]): Promise<Row[]> {
      const { rows } = await pool.query({ text, values: [...values] })
      return rows as Row[]
    },
  }
  let prisma: PrismaClient | undefined
  let closing: Promise<void> | undefined
  return {
    pool,
    db,
    // Made when it is asked for: what it knows of the tables takes 5 MB, and neither serving nor importing asks.
    get prisma() {
      prisma ??= new PrismaClient({
        adapter: new PrismaPg(pool, isPrepared ? { statementNameGenerator: createStatementNamer() } : {}),
      })
      return prisma
    },
    createClient: () => new pg.Client(settings),
    close() {
      closing ??= Promise.all([reader?.close(), prisma?.$disconnect()]).then(() => pool.end())
      return closing
    },
  }
}

function createStatementNamer(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= preparedTextsAtMost) return ''
    const name = `prisma-${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`
    names.set(sql, name)
    return name
  }
}
