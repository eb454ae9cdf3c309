import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { NamedOrganisations } from '../../../src/modules/organisation/organisation-names.queries.ts'
import { RequestContext } from '../../../src/modules/paging/request-context.ts'
import { Parameters } from '../../../src/modules/paging/statement.ts'
import { type FoundTexts, findTexts, findTitles } from '../../../src/modules/search/found-texts.queries.ts'
import { readQueryText } from '../../../src/modules/search/query-text.ts'
import { completeTexts } from '../../../src/modules/search/search.store.ts'
import { matchingArticles, rankedSql } from '../../../src/modules/search/search-matches.sql.ts'
import { buildArchive, organisationKey } from '../../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { answer } from '../../support/execute.ts'

jest.setTimeout(120_000)

/* Searches whose matches are so many that other plans answer them, and that not all of them are compared. */

/** More than are read one by one and sorted. */
const copies = 6050
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database.connection
  const articles = Array.from({ length: 40 }, (_, index) => ({
    slug: `article-${index}`,
    title: index % 9 === 0 ? '河边的银行' : '河',
    paragraphs: [index % 4 === 0 ? '银行' : '岸', index % 5 === 0 ? '河岸银行' : ''],
    publishedAt: index % 6 === 0 ? null : `2020-01-${String(1 + (index % 9)).padStart(2, '0')}T00:00:00.000Z`,
    organisations: { ...(index % 3 === 0 ? { 河岸银行: 1 + (index % 4) } : {}), ...(index % 7 === 0 ? { 银行: 3 } : {}) },
  }))
  await buildArchive(pool, { articles })
  // Copies of one article, which differ in id and time alone.
  await pool.query(`
    INSERT INTO article SELECT (jsonb_populate_record(article, jsonb_build_object(
      'id', n, 'slug', 'copy-' || n, 'canonical_url', 'copies/' || n, 'ordinal', nextval('article_ordinal_seq'),
      'published_at', timestamptz '2021-01-01Z' + n % 500 * interval '1 day'))).*
    FROM article, generate_series(1, ${copies}) AS n WHERE slug = 'article-1'`)
  await pool.query(`
    INSERT INTO article_content SELECT n, blocks, images FROM article_content, generate_series(1, ${copies}) AS n
    WHERE article_id = (SELECT id FROM article WHERE slug = 'article-1')`)
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    for (let after: number | null = 0; after !== null; ) after = (await completeTexts(client, after)).last
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}, 120_000)
afterAll(() => database?.drop())

const readAll = async (where: object, orderBy: string) => {
  const query =
    'query ($where: ArticleFilter, $orderBy: ArticleOrder) { articles(first: 100, where: $where, orderBy: $orderBy) { totalCount nodes { slug } } }'
  return (await answer(database.connection.db, query, { where, orderBy })).articles
}

describe('a filter by a text that most articles have', () => {
  test.each(['NEWEST', 'OLDEST', 'TITLE', 'MOST_ORGANISATIONS'])(
    'gives the same page %s as one by what only some lack',
    async (orderBy) => {
      const many = await readAll({ text: '河' }, orderBy)
      expect(many.totalCount).toBe(copies + 40)
      expect(many).toEqual(await readAll({}, orderBy))
      const few = await readAll({ text: '银行' }, orderBy)
      expect(await readAll({ AND: [{ text: '河' }, { text: '银行' }] }, orderBy)).toEqual(few)
      const without = await readAll({ NOT: { text: '河边' }, OR: [{ text: '河' }, { text: '无' }] }, orderBy)
      expect(without.totalCount).toBe(copies + 35)
    },
  )
})

describe('every plan of a search', () => {
  const names: NamedOrganisations = {
    whole: `{${organisationKey('银行')}}`,
    partly: `{${organisationKey('河岸银行')}}`,
    count: 2,
    articleCount: 20,
    corrected: null,
  }
  const find = async (query: string) => {
    const context = new RequestContext(database.connection.db)
    const words = readQueryText(query, 'query')
    return { text: await findTexts(context, words), titles: (await findTitles(context, words)).ordinals }
  }
  /** The same articles among many that are not there any more: for which another plan is taken. */
  const amongMany = ({ text, titles }: { text: FoundTexts; titles: Int32Array }) => {
    const gone = Array.from({ length: 10_000 }, (_, index) => 1_000_000 + index)
    const among = (ordinals: Int32Array) => Int32Array.from([...ordinals, ...gone])
    return { text: { ...text, ordinals: among(text.ordinals) }, titles: among(titles) }
  }
  const plansFor = async (query: string) => {
    const found = await find(query)
    return [found, amongMany(found)].flatMap((plan) => [false, true].map((areNamesInMany) => ({ ...plan, areNamesInMany })))
  }
  const conditions = [[], [() => "a.slug NOT LIKE '%1'"]]

  test.each(conditions)('compares the same articles with the same scores (%#)', async (...conditions) => {
    for (const query of ['银行', '河', '河边的']) {
      const answers = await Promise.all(
        (await plansFor(query)).map(async (plan) => {
          const parameters = new Parameters()
          const sql = rankedSql({ names, conditions, ...plan }, parameters)
          return (await database.connection.pool.query(sql, parameters.values)).rows
        }),
      )
      for (const each of answers) expect(each).toEqual(answers[0])
      expect(answers[0]![0].count).toBeGreaterThan(3)
    }
  })

  test('lists and counts the same articles', async () => {
    for (const query of ['银行', '河', '河边的']) {
      const plans = await plansFor(query)
      const lists = await Promise.all(
        [true, false].flatMap((isCounting) =>
          plans.map(async (plan) => {
            const parameters = new Parameters()
            const from = matchingArticles({ names, conditions: [() => 'true'], ...plan }, parameters, isCounting)
            return (await database.connection.pool.query(`SELECT a.slug FROM ${from} ORDER BY a.slug`, parameters.values)).rows
          }),
        ),
      )
      for (const each of lists) expect(each).toEqual(lists[0])
    }
  })
})

describe('a search with more matches than are compared', () => {
  const walk = async (variables: (cursor: string | null) => Record<string, unknown>, isForward: boolean) => {
    const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
      search(query: "河", first: $first, after: $after, last: $last, before: $before, where: { publishedAt: { lte: "2021-02-01T00:00:00.000Z" } }) {
        totalCount edges { score node { slug publishedAt } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`
    const edges: { score: number | null; node: { slug: string; publishedAt: string } }[] = []
    for (let cursor: string | null = null, more = true; more; ) {
      const { search } = await answer(database.connection.db, query, variables(cursor))
      if (isForward) edges.push(...search.edges)
      else edges.unshift(...search.edges)
      cursor = isForward ? search.pageInfo.endCursor : search.pageInfo.startCursor
      more = isForward ? search.pageInfo.hasNextPage : search.pageInfo.hasPreviousPage
      if (!more) expect(edges.length).toBe(search.totalCount)
    }
    return edges
  }

  test('lists those that are compared first, then all others by time, the same in both directions', async () => {
    const forward = await walk((after) => ({ first: 60, after }), true)
    expect(new Set(forward.map(({ node }) => node.slug)).size).toBe(forward.length)
    const scored = forward.findIndex(({ score }) => score === null)
    expect(scored).toBeGreaterThanOrEqual(100)
    const [best, rest] = [forward.slice(0, scored), forward.slice(scored)]
    expect(rest.length).toBeGreaterThan(100)
    expect(rest.every(({ score }) => score === null)).toBe(true)
    const scores = best.map(({ score }) => score!)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    const times = rest.map(({ node }) => node.publishedAt)
    expect(times).toEqual([...times].sort().reverse())
    expect(await walk((before) => ({ last: 70, before }), false)).toEqual(forward)
  })
})
