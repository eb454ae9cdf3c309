import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type pg from 'pg'
import { completeStoredArchive } from '../../../src/ingest/complete-archive.ts'
import { saveArticles } from '../../../src/modules/article/article.store.ts'
import { completeTexts, foldForSearch, settleSearchIndexes } from '../../../src/modules/search/search.store.ts'
import { buildArchive } from '../../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { answer } from '../../support/execute.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await buildArchive(database.connection.pool, {
    articles: [
      { slug: 'story', title: '河边', lead: '导言', paragraphs: ['第一段', '', '第二段'], organisations: { 河岸银行: 1 } },
    ],
  })
})
afterAll(() => database?.drop())

const found = async (query: string): Promise<number> =>
  (await answer(database.connection.db, 'query ($query: String!) { search(query: $query) { totalCount } }', { query })).search
    .totalCount

test('what an older version stored without its pieces is found after the next start or import', async () => {
  const { pool } = database.connection
  await pool.query(`TRUNCATE article_search, search_segment, search_block; UPDATE alias SET grams = '{}'`)
  expect(await found('河')).toBe(0)
  const version = async () => (await pool.query('SELECT version FROM archive')).rows[0].version
  const before = await version()
  expect(await completeStoredArchive(database.connection)).toBe(true)
  const after = await version()
  expect(after).not.toBe(before)
  expect(await completeStoredArchive(database.connection)).toBe(false)
  expect(await version()).toBe(after)
  for (const query of ['边', '导言', '第一段\n\n第二段', '岸银']) expect(await found(query)).toBe(1)
})

test('a role that does not own the indexes of names leaves them as they are; their owner empties what waits', async () => {
  const client = await database.connection.pool.connect()
  const cleaned = async () => {
    const { rows } = await client.query<{ pages: string }>(`SELECT gin_clean_pending_list('alias_grams_idx') AS "pages"`)
    return Number(rows[0]!.pages)
  }
  const wait = () => client.query(`UPDATE alias SET grams = ARRAY[1, (random() * 1000000)::integer]`)
  try {
    await wait()
    await client.query('SET ROLE pg_read_all_data')
    await settleSearchIndexes(client)
    await client.query('RESET ROLE')
    expect(await cleaned()).toBeGreaterThan(0)
    await wait()
    await settleSearchIndexes(client)
    expect(await cleaned()).toBe(0)
  } finally {
    await client.query('RESET ROLE')
    client.release()
  }
})

const copies = 4_000

/** Rows of articles that this transaction has read so far. */
async function rowsRead(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query(
    `SELECT (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables WHERE relname = 'article'`,
  )
  return rows[0].read
}

test('what an older version stored is looked at once, however much of it is done already', async () => {
  const { pool } = database.connection
  await pool.query(`
    INSERT INTO article SELECT (jsonb_populate_record(article, jsonb_build_object(
      'id', n, 'slug', 'copy-' || n, 'canonical_url', 'copies/' || n, 'ordinal', nextval('article_ordinal_seq')))).*
    FROM article, generate_series(1, ${copies}) AS n WHERE slug = 'story'`)
  await pool.query(`
    INSERT INTO article_content SELECT n, blocks, images FROM article_content, generate_series(1, ${copies}) AS n
    WHERE article_id = (SELECT id FROM article WHERE slug = 'story')`)
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const looks: number[] = []
    for (let after: number | null = 0; after !== null; ) {
      // As autovacuum does it, for which the transaction hides what it has written.
      await client.query('ANALYZE article; ANALYZE article_search')
      const before = await rowsRead(client)
      after = (await completeTexts(client, after)).last
      looks.push((await rowsRead(client)) - before)
    }
    expect(looks.length).toBeGreaterThan(10)
    // Four look-ups of two hundred each, behind thousands as at the beginning.
    expect(Math.max(...looks)).toBeLessThan(1_000)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
})

test('an article is found by its new words, and no longer by its old ones, as soon as it is saved', async () => {
  const { pool } = database.connection
  const { rows } = await pool.query(`SELECT * FROM article WHERE slug = 'story'`)
  const [row] = rows
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await saveArticles(client, { importId: '1', importedAt: new Date() }, [
      {
        id: row.id,
        slug: row.slug,
        canonicalUrl: row.canonical_url,
        language: row.language,
        url: row.url,
        publisherId: row.publisher_id,
        externalId: null,
        title: '山上',
        lead: null,
        publishedAt: row.published_at,
        isPublishedAtKnown: true,
        wordCount: 1,
        byline: null,
        imageUrl: null,
        imageAlt: null,
        originalId: null,
        originalUrl: null,
        originalTitle: null,
        originalLanguage: null,
        originalProvenance: null,
        contentHash: 'other',
        parserVersion: 1,
        sourceFile: 'story.md',
        content: { blocks: Buffer.from('[]'), images: Buffer.from('[]') },
        searched: foldForSearch({ title: '山上', lead: null, blocks: [{ text: '𠮷\u0000\ud800雪' }] }),
      },
    ])
    await client.query('COMMIT')
  } finally {
    client.release()
  }
  for (const query of ['山', '𠮷', '\ufffd\ufffd雪']) expect(await found(query)).toBe(1)
  for (const query of ['边', '导言', '第']) expect(await found(query)).toBe(0)
})
