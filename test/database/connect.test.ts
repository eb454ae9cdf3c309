import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { connect } from '../../src/database/connect.ts'
import { explainLoss } from '../../src/database/connection-problem.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

const prepared = 'SELECT name FROM pg_prepared_statements ORDER BY name'
/** Reading has connections of its own; all else goes through the pool. */
const preparedToRead = async ({ db }: TestDatabase['connection']) =>
  (await db.query<{ name: string }>({ name: 'prepared', text: prepared }, [])).map(({ name }) => name)
const preparedInPool = async ({ pool }: TestDatabase['connection']) =>
  (await pool.query<{ name: string }>(prepared)).rows.map(({ name }) => name)

test('statements are prepared under their names and give rows in the driver types', async () => {
  const { connection } = database
  const statement = { name: 'archive-of-version', text: 'SELECT version, changed_at FROM archive WHERE version >= $1' }
  const rows = await connection.db.query<{ version: string; changed_at: Date }>(statement, [0])
  expect(rows).toEqual([{ version: '0', changed_at: expect.any(Date) }])
  expect(await preparedToRead(connection)).toContain('archive-of-version')
})

test('Prisma works over the same pool and prepares what it says', async () => {
  const { connection } = database
  const publisher = { id: 7n, slug: 'a-daily', name: 'A Daily', hostnames: ['a.example'] }
  await connection.prisma.publisher.create({ data: publisher })
  expect(await connection.prisma.publisher.findUnique({ where: { slug: 'a-daily' } })).toMatchObject(publisher)
  expect((await preparedInPool(connection)).some((name) => name.startsWith('prisma-'))).toBe(true)
})

test('behind PgBouncer nothing is prepared by name', async () => {
  const connection = connect(`${database.url}?pgbouncer=true`)
  await connection.db.query({ name: 'one', text: 'SELECT 1' }, [])
  await connection.prisma.publisher.count()
  expect(await preparedToRead(connection)).toEqual([])
  expect(await preparedInPool(connection)).toEqual([])
  await connection.close()
  await connection.close()
})

test('text is UTF-8, ordered by code point', async () => {
  const rows = await database.connection.db.query<{ word: string }>(
    { name: 'ordered', text: "SELECT word FROM unnest(ARRAY['b', 'B', '谷', 'a', 'é', 'Z']) AS word ORDER BY word" },
    [],
  )
  expect(rows.map(({ word }) => word).join('')).toBe('BZabé谷')
})

test('a connection that is lost while it is lent out fails at its next statement, and nothing else does', async () => {
  const { pool } = database.connection
  const client = await pool.connect()
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const lost = new Promise((resolve) => client.once('end', resolve))
  await pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
  await lost
  const error: unknown = await client.query('SELECT 1').catch((reason: unknown) => reason)
  expect(error).toMatchObject({ message: expect.stringMatching(/not queryable|terminat/) })
  expect(explainLoss(error)).toMatchObject({ isExplained: true, message: expect.stringMatching(/^PostgreSQL went away/) })
  client.release(true)
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

test('a statement during which the server goes away says so, and one that is wrong stays what it is', async () => {
  const error: unknown = await database.connection.pool
    .query('SELECT pg_terminate_backend(pg_backend_pid())')
    .catch((reason: unknown) => reason)
  expect(explainLoss(error)).toMatchObject({ isExplained: true, message: expect.stringMatching(/import again to go on/) })
  const wrong: unknown = await database.connection.pool.query('SELECT nothing').catch((reason: unknown) => reason)
  expect(explainLoss(wrong)).toBe(wrong)
})
