import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { completeStoredArchive } from '../../../src/ingest/complete-archive.ts'
import { saveArticles } from '../../../src/modules/article/article.store.ts'
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
}, 60_000)
afterAll(() => database?.drop())

const found = async (query: string): Promise<number> =>
  (await answer(database.connection.db, 'query ($query: String!) { search(query: $query) { totalCount } }', { query })).search
    .totalCount

test('what an older version stored without its pieces is found after the next start or import', async () => {
  const { pool } = database.connection
  await pool.query(`DELETE FROM article_search; UPDATE alias SET grams = '{}'`)
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
        blocks: [{ kind: 'PARAGRAPH', text: '𠮷\u0000\ud800雪', html: '' }],
        images: [],
      },
    ])
    await client.query('COMMIT')
  } finally {
    client.release()
  }
  for (const query of ['山', '𠮷', '\ufffd\ufffd雪']) expect(await found(query)).toBe(1)
  for (const query of ['边', '导言', '第']) expect(await found(query)).toBe(0)
})
