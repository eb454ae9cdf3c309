import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type pg from 'pg'
import { removeArticles } from '../../../src/modules/article/article.store.ts'
import { RequestContext } from '../../../src/modules/paging/request-context.ts'
import { findTexts, findTitles } from '../../../src/modules/search/found-texts.queries.ts'
import { readQueryText } from '../../../src/modules/search/query-text.ts'
import { saveSearchTexts } from '../../../src/modules/search/search.store.ts'
import { segmentsToMerge } from '../../../src/modules/search/segment.store.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

/* The index of words through many small imports, changes and removals, against plain code over the texts that are left. */

let database: TestDatabase
let client: pg.PoolClient
beforeAll(async () => {
  database = await createTestDatabase()
  client = await database.connection.pool.connect()
  await client.query(`
    INSERT INTO import (id, started_at, parser_version) VALUES (1, now(), 1);
    INSERT INTO publisher (id, slug, name, hostnames) VALUES (1, 'desk', 'Desk', '{}');`)
})
afterAll(async () => {
  client?.release()
  await database?.drop()
})

interface Text {
  title: string
  text: string
}
const stored = new Map<string, Text>()

let state = 7
const below = (limit: number): number => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
  return (state >>> 8) % limit
}
const units = [...'河岸银行的在abc 1，']
const some = (length: number): string => Array.from({ length }, () => units[below(units.length)]).join('')
const invent = (): Text => ({ title: `题${some(6)}`, text: `文${some(5 + below(60))}` })

async function save(ids: readonly string[]): Promise<void> {
  await client.query('BEGIN')
  for (const id of ids) {
    stored.set(id, invent())
    await client.query(
      `INSERT INTO article (id, slug, canonical_url, language, publisher_id, title, published_at, is_published_at_known, imported_at,
         word_count, content_hash, parser_version, source_file, import_id)
       VALUES ($1::bigint, $1::text, $1::text, 'zh-Hans', 1, '', now(), true, now(), 1, '', 1, '', 1) ON CONFLICT DO NOTHING`,
      [id],
    )
  }
  const articles = ids.map((id) => ({ id, title: stored.get(id)!.title, lead: null, blocks: [{ text: stored.get(id)!.text }] }))
  await saveSearchTexts(client, articles)
  await client.query('COMMIT')
}

async function remove(ids: readonly string[]): Promise<void> {
  await client.query('BEGIN')
  await removeArticles(client, ids)
  await client.query('COMMIT')
  for (const id of ids) stored.delete(id)
}

/** The articles that the index finds, or the articles that have the query. */
async function compare(query: string): Promise<void> {
  const { rows } = await client.query<{ id: string; ordinal: number }>('SELECT id, ordinal FROM article')
  const ids = new Map(rows.map(({ id, ordinal }) => [ordinal, id]))
  for (const [find, has] of [
    [findTexts, ({ title, text }: Text) => title.includes(query) || text.includes(query)],
    [findTitles, ({ title }: Text) => title.includes(query)],
  ] as const) {
    const words = readQueryText(query, 'query')
    const { ordinals, articles } = await find(new RequestContext(database.connection.db), words)
    expect([...ordinals]).toEqual([...new Set(ordinals)].sort((a, b) => a - b))
    const found = new Set([...ordinals].map((ordinal) => ids.get(ordinal)))
    const expected = [...stored].filter(([, text]) => has(text)).map(([id]) => id)
    if (words.isExact) expect([...found].sort()).toEqual(expected.sort())
    else for (const id of expected) expect(found).toContain(id)
    expect(articles).toBe(stored.size)
  }
}

test('after many imports, changes and removals, each piece is found in just the articles that have it now', async () => {
  let next = 1
  for (let round = 0; round < 70; round++) {
    await save(Array.from({ length: 1 + below(6) }, () => String(next++)))
    const known = [...stored.keys()]
    const chosen = () => known[below(known.length)]!
    if (round % 3 === 1) await save([...new Set([chosen(), chosen(), String(next++)])])
    if (round % 4 === 2) await remove([...new Set([chosen(), chosen()])])
  }
  const { rows } = await client.query<{ count: number; blocks: number }>(
    `SELECT (SELECT count(*)::int FROM search_segment) AS count,
       (SELECT count(*)::int FROM search_block WHERE segment NOT IN (SELECT first_ordinal FROM search_segment)) AS blocks`,
  )
  expect(rows[0]!.count).toBeLessThan(40)
  expect(rows[0]!.blocks).toBe(0)
  for (let length = 1; length <= 5; length++) for (let time = 0; time < 30; time++) await compare(some(length).trim() || '河')
  for (const query of ['题', '文', '河', '河岸', '雪', '雪山']) await compare(query)
})

test('what was taken back with its transaction is not found', async () => {
  await client.query('BEGIN')
  await removeArticles(client, [...stored.keys()].slice(0, 5))
  await client.query('ROLLBACK')
  await compare('题')
})

test('an archive of which nothing is left has no index either', async () => {
  await remove([...stored.keys()])
  const { rows } = await client.query('SELECT FROM search_segment UNION ALL SELECT FROM search_block')
  expect(rows.length).toBe(0)
  await compare('题')
})

test('sixteen segments of a size become one, with the smaller ones among them', () => {
  const of = (...sizes: number[]) => sizes.map((articles) => ({ articles }))
  const merged = (...sizes: number[]) => segmentsToMerge(of(...sizes)).map(({ articles }) => articles)
  const fifteen = Array<number>(15).fill(1)
  expect(merged(...fifteen)).toEqual([])
  expect(merged(...fifteen, 1)).toEqual([...fifteen, 1])
  expect(merged(300, ...fifteen, 15)).toEqual([...fifteen, 15])
  expect(merged(16, ...fifteen)).toEqual([])
  expect(merged(5000, ...Array<number>(15).fill(100), 3)).toEqual([])
  expect(merged(5000, ...Array<number>(15).fill(100), 3, 100)).toEqual([...Array<number>(15).fill(100), 3, 100])
  expect(merged(...Array<number>(40).fill(1000))).toHaveLength(40)
})
