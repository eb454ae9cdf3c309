import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database?.drop())

const one = { name: 'one', text: 'SELECT $1::int AS "one", pg_backend_pid() AS "backend"' }
const read = (value: unknown) => database.connection.db.query<{ one: number; backend: number }>(one, [value])

test('statements that are asked together share a connection, and each gets its own answer', async () => {
  const rows = (await Promise.all([read(1), read(2), read(3)])).flat()
  expect(rows.map((row) => row.one)).toEqual([1, 2, 3])
  expect(new Set(rows.map((row) => row.backend)).size).toBe(1)
})

test('many at once are spread over no more connections than are allowed', async () => {
  const rows = (await Promise.all(Array.from({ length: 200 }, (_, index) => read(index)))).flat()
  expect(rows.map((row) => row.one)).toEqual(Array.from({ length: 200 }, (_, index) => index))
  const backends = new Set(rows.map((row) => row.backend)).size
  expect(backends).toBeGreaterThan(1)
  expect(backends).toBeLessThanOrEqual(10)
})

test('one that fails leaves those around it alone', async () => {
  const results = await Promise.allSettled([read(1), read('no number'), read(3)])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('a slow one does not hold up what is asked later', async () => {
  const order: string[] = []
  const slow = database.connection.db.query({ name: 'slow', text: 'SELECT pg_sleep(0.5)' }, []).then(() => order.push('slow'))
  await new Promise((resolve) => setTimeout(resolve, 50))
  await read(1).then(() => order.push('quick'))
  await slow
  expect(order).toEqual(['quick', 'slow'])
})

test('a connection that is lost fails what is under way on it, and is replaced', async () => {
  const { backend } = (await read(1))[0]!
  const sleeping = database.connection.db.query({ name: 'slower', text: 'SELECT pg_sleep(60)' }, [])
  sleeping.catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await database.connection.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND (query = 'SELECT pg_sleep(60)' OR pid = $1)`,
    [backend],
  )
  await expect(sleeping).rejects.toThrow()
  expect((await read(2))[0]!.one).toBe(2)
})
