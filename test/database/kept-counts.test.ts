import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { fillLargeArchive } from '../support/large-archive.ts'

/* Whatever is written to the tables that are counted, what is kept beside them is what counting would find. */

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await fillLargeArchive(database.connection.pool, 1000)
  await database.connection.pool.query('DELETE FROM article_day; DELETE FROM list_length')
  // Filled anew, so that the triggers see every row.
  await database.connection.pool.query(`
    CREATE TEMPORARY TABLE a AS SELECT * FROM article; CREATE TEMPORARY TABLE o AS SELECT * FROM original; CREATE TEMPORARY TABLE p AS SELECT * FROM problem;
    SET session_replication_role = replica; DELETE FROM article; DELETE FROM original; DELETE FROM problem; RESET session_replication_role;
    INSERT INTO original SELECT * FROM o; INSERT INTO article SELECT * FROM a; INSERT INTO problem SELECT * FROM p`)
}, 120_000)
afterAll(() => database?.drop())

const read = async (sql: string) => (await database.connection.pool.query({ text: sql, rowMode: 'array' })).rows.map(String)

async function expectRight() {
  expect(await read('SELECT day, language, has_original, count FROM article_day ORDER BY 1, 2, 3')).toEqual(
    await read(`SELECT CASE WHEN is_published_at_known THEN (published_at AT TIME ZONE 'UTC')::date ELSE '-infinity' END AS day, language,
      original_id IS NOT NULL, count(*) FROM article GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`),
  )
  expect(await read('SELECT list, part, count FROM list_length ORDER BY 1, 2')).toEqual(
    await read(`SELECT 'original', COALESCE(publisher_id::text, ''), count(*) FROM original GROUP BY 1, 2
      UNION ALL SELECT 'problem', severity::text, count(*) FROM problem GROUP BY 1, 2 ORDER BY 1, 2`),
  )
}

test.each([
  ['rows that came', 'SELECT'],
  [
    'rows whose keys change',
    "UPDATE article SET language = 'en', published_at = published_at + interval '9 days' WHERE id % 3 = 0",
  ],
  ['times that turn out to be unknown', 'UPDATE article SET is_published_at_known = false WHERE id % 7 = 0'],
  ['rows that change in other ways', "UPDATE article SET title = 'Other' WHERE id % 5 = 0"],
  ['originals that find their publisher', 'UPDATE original SET publisher_id = 1 WHERE id % 2 = 0'],
  ['rows that go', 'DELETE FROM article WHERE id % 2 = 0'],
  ['rows of which none are left', 'DELETE FROM problem'],
])('%s are counted', async (_, sql) => {
  await database.connection.pool.query(sql)
  await expectRight()
})
