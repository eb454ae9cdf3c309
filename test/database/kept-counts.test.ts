import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { fillLargeArchive } from '../support/large-archive.ts'

/* Whatever is written to the tables that are counted, what is kept beside them is what counting would find. */

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await fillLargeArchive(database.connection.pool, 10_000)
  await database.connection.pool.query("DELETE FROM article_period; DELETE FROM list_length WHERE list <> 'organisation'")
  // Filled anew, so that the triggers see every row.
  await database.connection.pool.query(`
    CREATE TEMPORARY TABLE a AS SELECT * FROM article; CREATE TEMPORARY TABLE o AS SELECT * FROM original; CREATE TEMPORARY TABLE p AS SELECT * FROM problem;
    SET session_replication_role = replica; DELETE FROM article; DELETE FROM original; DELETE FROM problem; RESET session_replication_role;
    UPDATE publisher SET article_count = 0;
    INSERT INTO original SELECT * FROM o; INSERT INTO article SELECT * FROM a; INSERT INTO problem SELECT * FROM p`)
}, 120_000)
afterAll(() => database?.drop())

const read = async (sql: string) => (await database.connection.pool.query({ text: sql, rowMode: 'array' })).rows.map(String)

async function expectRight() {
  expect(await read('SELECT unit, first_day, language, has_original, count FROM article_period ORDER BY 1, 2, 3, 4')).toEqual(
    await read(`SELECT unit, CASE WHEN is_published_at_known THEN date_trunc(unit, published_at AT TIME ZONE 'UTC')::date ELSE '-infinity' END,
      language, original_id IS NOT NULL, count(*) FROM article, unnest('{day,month}'::text[]) AS unit GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`),
  )
  expect(await read('SELECT id, article_count FROM publisher ORDER BY id')).toEqual(
    await read(
      'SELECT p.id, count(a.id) FROM publisher AS p LEFT JOIN article AS a ON a.publisher_id = p.id GROUP BY p.id ORDER BY p.id',
    ),
  )
  expect(await read('SELECT list, part, count FROM list_length ORDER BY 1, 2')).toEqual(
    await read(`SELECT 'original', COALESCE(publisher_id::text, ''), count(*) FROM original GROUP BY 1, 2
      UNION ALL SELECT 'problem', severity::text, count(*) FROM problem GROUP BY 1, 2
      UNION ALL SELECT 'organisation', CASE WHEN merged_into_id IS NOT NULL THEN 'merged' WHEN article_count > 0 THEN kind::text ELSE 'unnamed' END, count(*) FROM organisation GROUP BY 1, 2
      ORDER BY 1, 2`),
  )
  expect(await read('SELECT organisation_id, other_id, article_count FROM hub_pair ORDER BY 1, 2')).toEqual(
    await read(`SELECT one.organisation_id, other.organisation_id, count(*) FROM article_organisation AS one
      JOIN article_organisation AS other ON other.article_id = one.article_id AND other.organisation_id > one.organisation_id
      WHERE (SELECT is_hub FROM organisation WHERE id = one.organisation_id) AND (SELECT is_hub FROM organisation WHERE id = other.organisation_id)
      GROUP BY 1, 2 ORDER BY 1, 2`),
  )
  expect(await read('SELECT id FROM organisation WHERE is_hub <> (article_count > 1000)')).toEqual([])
}

test.each([
  ['rows that came', 'SELECT'],
  [
    'rows whose keys change',
    "UPDATE article SET language = 'en', published_at = published_at + interval '9 days' WHERE id % 3 = 0",
  ],
  ['times that turn out to be unknown', 'UPDATE article SET is_published_at_known = false WHERE id % 7 = 0'],
  ['rows that change in other ways', "UPDATE article SET title = 'Other' WHERE id % 5 = 0"],
  ['articles that turn out to be of another publisher', 'UPDATE article SET publisher_id = 1 WHERE id % 3 = 0'],
  ['originals that find their publisher', 'UPDATE original SET publisher_id = 1 WHERE id % 2 = 0'],
  ['pairs of bodies that articles no longer name', 'DELETE FROM article_organisation WHERE article_id % 11 = 0'],
  [
    'pairs that articles come to name',
    `INSERT INTO article_organisation (article_id, organisation_id, mention_count, first_paragraph, strength, forms, published_at)
     SELECT id, body, 1, 0, 'MENTION', '{}', published_at FROM article, unnest('{1,2,3,4}'::bigint[]) AS body WHERE id % 13 = 0 ON CONFLICT DO NOTHING`,
  ],
  [
    'bodies that become hubs, and cease to be',
    `UPDATE organisation SET article_count = counted.count FROM (
       SELECT o.id, CASE WHEN o.is_hub AND o.id % 2 = 0 THEN 1000 WHEN o.id < 9 THEN 1001 ELSE o.article_count END AS count FROM organisation AS o
     ) AS counted WHERE counted.id = organisation.id`,
  ],
  ['bodies that turn out to be of another kind', "UPDATE organisation SET kind = 'BANK' WHERE id % 19 = 0"],
  ['bodies that others take the place of', 'UPDATE organisation SET merged_into_id = id - 1 WHERE id % 23 = 0'],
  ['bodies that nothing names any more', 'UPDATE organisation SET article_count = 0 WHERE id % 17 = 0'],
  ['rows that go', 'DELETE FROM article WHERE id % 2 = 0'],
  ['rows of which none are left', 'DELETE FROM problem'],
])('%s are counted', async (_, sql) => {
  await database.connection.pool.query(sql)
  await expectRight()
})
