import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { bigint, copyBinary, int4Array, text, timestamptz } from '../../src/database/copy-binary.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
}, 60_000)
afterAll(() => database?.drop())

test('copied rows come back as they were sent', async () => {
  const rows = [
    {
      id: '9223372036854775807',
      at: new Date('1000-01-01T00:00:00.001Z'),
      words: '谷歌\t\\N "𠮷"\n',
      numbers: Int32Array.of(-(2 ** 31), -1, 0, 2 ** 31 - 1),
    },
    { id: '-1', at: new Date('9999-12-31T23:59:59.999Z'), words: '', numbers: new Int32Array() },
  ]
  const client = await database.connection.pool.connect()
  try {
    await client.query('CREATE TEMPORARY TABLE copied (id bigint, at timestamptz(3), words text, numbers int[])')
    await copyBinary(client, 'copied', { id: bigint, at: timestamptz, words: text, numbers: int4Array }, rows)
    const { rows: stored } = await client.query('SELECT id, at, words, numbers FROM copied ORDER BY id DESC')
    expect(stored).toEqual(rows.map((row) => ({ ...row, numbers: [...row.numbers] })))
  } finally {
    client.release()
  }
})

test('a value that is refused leaves the connection usable', async () => {
  const client = await database.connection.pool.connect()
  try {
    await client.query('CREATE TEMPORARY TABLE refused (words text)')
    await expect(copyBinary(client, 'refused', { words: text }, [{ words: 'a\u0000b' }])).rejects.toThrow('invalid byte sequence')
    expect((await client.query('SELECT count(*)::int AS n FROM refused')).rows).toEqual([{ n: 0 }])
  } finally {
    client.release()
  }
})
