import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { connect } from '../../src/database/connect.ts'
import { Keys, type Statement } from '../../src/database/database.ts'
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
  const isUnderWay = "SELECT FROM pg_stat_activity WHERE state = 'active' AND query = 'SELECT pg_sleep(60)'"
  while ((await database.connection.pool.query(isUnderWay)).rowCount === 0) {}
  await database.connection.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND (query = 'SELECT pg_sleep(60)' OR pid = $1)`,
    [backend],
  )
  await expect(sleeping).rejects.toThrow()
  expect((await read(2))[0]!.one).toBe(2)
})

/** A row for each key but "none", twice for "twice"; `rows` counts those of the whole statement. */
const byKeys: Statement = {
  name: 'by-keys',
  text: `SELECT nth::integer, key || $2::text AS "key", count(*) OVER ()::integer AS "rows"
    FROM unnest($1::text[]) WITH ORDINALITY AS listed(key, nth), generate_series(1, 1 + (key = 'twice')::integer)
    WHERE key <> 'none' AND 1 / (key <> 'broken')::integer = 1 ORDER BY nth`,
}
const readKeys = (keys: string[], other = '') =>
  database.connection.db.query<{ nth: number; key: string; rows: number }>(byKeys, [new Keys(keys), other])

test('what is read by keys at the same time is one statement, and each gets its rows as if it had asked alone', async () => {
  const answers = await Promise.all([readKeys(['a', 'none']), readKeys(['twice']), readKeys(['a'])])
  expect(answers).toEqual([
    [{ nth: 1, key: 'a', rows: 4 }],
    [1, 2].map(() => ({ nth: 1, key: 'twice', rows: 4 })),
    [{ nth: 1, key: 'a', rows: 4 }],
  ])
  // Nobody sees what another one does to its rows.
  expect(answers[0]![0]).not.toBe(answers[2]![0])
})

test('a key that cannot be read fails nobody who asks at the same time', async () => {
  const results = await Promise.allSettled([readKeys(['a']), readKeys(['broken']), readKeys(['none', 'c'])])
  expect(results).toEqual([
    { status: 'fulfilled', value: [{ nth: 1, key: 'a', rows: 1 }] },
    { status: 'rejected', reason: expect.objectContaining({ message: 'division by zero' }) },
    { status: 'fulfilled', value: [{ nth: 2, key: 'c', rows: 1 }] },
  ])
})

test('what is asked of a reader that was closed is refused, by keys too', async () => {
  const { db, close } = connect(database.url)
  await close()
  await expect(db.query(one, [1])).rejects.toThrow('closed')
  await expect(db.query(byKeys, [new Keys(['a']), ''])).rejects.toThrow('closed')
})

test('readings that differ in more than their keys are not mixed, nor are too many put together', async () => {
  expect((await Promise.all([readKeys(['a'], '!'), readKeys(['b'], '?')])).flat()).toEqual([
    { nth: 1, key: 'a!', rows: 1 },
    { nth: 1, key: 'b?', rows: 1 },
  ])
  const many = Array.from({ length: 50 }, (_, index) => String(index))
  const rows = (await Promise.all(many.map((key) => readKeys([key])))).flat()
  expect(rows.map(({ key }) => key)).toEqual(many)
  expect(Math.max(...rows.map((row) => row.rows))).toBe(4)
  expect((await readKeys(many)).map((row) => row.rows)).toEqual(many.map(() => 50))
})
