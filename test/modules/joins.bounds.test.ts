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

beforeAll(async () => {
  database = await createTestDatabase()
  await fillLargeArchive(database.connection.pool, 12_000)
  joins = await readJoins(database.connection.pool)
}, 120_000)
afterAll(() => database?.drop())

test('articles that name bodies which hundreds name are joined as plain code joins them', async () => {
  const common = (key: string) => joins.naming.get(key)!.length > 100
  const articles = joins.rows.filter(({ organisations }) => organisations.filter(common).length > 2).slice(0, 25)
  expect(articles).toHaveLength(25)
  for (const article of articles) {
    const expected = expectedRelated(joins, article)
    const { node } = await ask(
      `query ($id: ID!) { node(id: $id) { ... on Article { related(first: 100) { totalCount
         edges { score sharedOrganisations { slug } sharedOriginal { url } node { slug } } } } } }`,
      { id: globalId('Article', article.key) },
    )
    expect(node.related.totalCount).toBe(expected.length)
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
