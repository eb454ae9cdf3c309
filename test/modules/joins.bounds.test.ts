import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { globalId } from '../../src/graphql/global-id.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer } from '../support/execute.ts'
import { fillLargeArchive } from '../support/large-archive.ts'
import { expectedCoMentions, expectedRelated, type Joins, readJoins } from '../support/plain-joins.ts'

/* The same as joins.independent.test.ts where the bounds of docs/related.md are passed: bodies that thousands of articles name. */

let database: TestDatabase
let joins: Joins
const ask = (query: string, variables: Record<string, unknown>) => answer(database.connection.db, query, variables)

/** Article 1 names a dozen of the most common bodies, and rows of every fifth article do not hold what it names. */
const statements = [
  `INSERT INTO article_organisation (article_id, organisation_id, mention_count, first_paragraph, strength, forms, published_at)
   SELECT article.id, n, 1, 0, 'MENTION', '{Body}', published_at FROM article, generate_series(2, 13) AS n WHERE article.id = 1 ON CONFLICT DO NOTHING`,
  `INSERT INTO mention (article_id, field, paragraph, start, "end", kind, surface, rule, confidence, judgement, organisation_id)
   SELECT 1, 'PARAGRAPH', 1, n, n, 'ORGANISATION', 'Body', 'invented', 0.9, 'POSITIVE', n FROM generate_series(2, 13) AS n`,
  `UPDATE article_organisation SET named_ids = ARRAY(SELECT organisation_id FROM article_organisation WHERE article_id = 1) WHERE article_id = 1`,
  'UPDATE article_organisation SET named_ids = NULL WHERE article_id % 5 = 0',
  'UPDATE organisation AS o SET article_count = (SELECT count(*) FROM article_organisation WHERE organisation_id = o.id) WHERE id BETWEEN 2 AND 13',
]

beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database.connection
  await fillLargeArchive(pool, 12_000)
  for (const statement of statements) await pool.query(statement)
  joins = await readJoins(database.connection.pool)
}, 120_000)
afterAll(() => database?.drop())

test('articles that name bodies which hundreds name are joined as plain code joins them', async () => {
  const common = (key: string) => joins.naming.get(key)!.length > 100
  const most = joins.rows.find(({ key }) => key === '1')!
  expect(most.organisations.filter(common).length).toBeGreaterThan(10)
  const articles = joins.rows.filter(({ organisations }) => organisations.filter(common).length > 2).slice(0, 25)
  expect(articles).toHaveLength(25)
  for (const article of [most, ...articles]) {
    const expected = expectedRelated(joins, article)
    const { node } = await ask(
      `query ($id: ID!) { node(id: $id) { ... on Article { closest: related(minShared: 3) { totalCount } related(first: 100) { totalCount
         edges { score sharedOrganisations { slug } sharedOriginal { url } node { slug } } } } } }`,
      { id: globalId('Article', article.key) },
    )
    expect(node.related.totalCount).toBe(expected.length)
    const closest = expected.filter(({ shared, isSameOriginal }) => shared >= 3 || isSameOriginal)
    expect(node.closest.totalCount).toBe(closest.length)
    // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
    const found = node.related.edges.map((edge: any) => ({
      slug: edge.node.slug,
      score: edge.score,
      shared: edge.sharedOrganisations.length,
      isSameOriginal: edge.sharedOriginal !== null,
    }))
    expect(found).toEqual(expected.slice(0, 100).map(({ other, ...rest }) => ({ slug: other.slug, ...rest })))
  }
})

test('a body that thousands of articles name has the company of the newest', async () => {
  const common = [...joins.naming].filter(([, named]) => named.length > 1000).map(([key]) => key)
  expect(common.length).toBeGreaterThan(2)
  for (const key of common) {
    const expected = expectedCoMentions(joins, key)
    const { node } = await ask(
      `query ($id: ID!) { node(id: $id) { ... on Organisation {
         coMentions(first: 50) { totalCount edges { articleCount score node { id } } } } } }`,
      { id: globalId('Organisation', key) },
    )
    expect(node.coMentions.totalCount).toBe(expected.length)
    expect(node.coMentions.edges).toEqual(
      expected
        .slice(0, 50)
        .map(({ key: other, ...rest }) => ({ ...rest, node: { id: globalId('Organisation', String(other)) } })),
    )
  }
})
