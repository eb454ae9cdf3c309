import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { bigint, int4Array, json, storableJson, text, timestamptz } from '../../src/database/binary-types.ts'
import { copyBinary } from '../../src/database/copy-binary.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
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

test('characters that PostgreSQL cannot hold are replaced, one for one', async () => {
  const client = await database.connection.pool.connect()
  try {
    await client.query('CREATE TEMPORARY TABLE mended (words text, said json)')
    const words = 'a\u0000b\ud800c\udc00\u{20bb7}'
    await copyBinary(client, 'mended', { words: text, said: json }, [{ words, said: Buffer.from(storableJson([words])) }])
    const mended = 'a\ufffdb\ufffdc\ufffd\u{20bb7}'
    expect((await client.query('SELECT words, said FROM mended')).rows).toEqual([{ words: mended, said: [mended] }])
  } finally {
    client.release()
  }
})

test('a value that is refused leaves the connection usable', async () => {
  const client = await database.connection.pool.connect()
  try {
    await client.query("CREATE TEMPORARY TABLE refused (words text CHECK (words <> ''))")
    await expect(copyBinary(client, 'refused', { words: text }, [{ words: '' }])).rejects.toThrow('check constraint')
    expect((await client.query('SELECT count(*)::int AS n FROM refused')).rows).toEqual([{ n: 0 }])
  } finally {
    client.release()
  }
})
