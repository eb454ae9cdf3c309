import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { globalId } from '../../src/graphql/global-id.ts'
import { saveArticleOrganisations } from '../../src/modules/organisation/mention.store.ts'
import { articleKey, buildArchive, organisationKey } from '../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer } from '../support/execute.ts'

let database: TestDatabase
const relatedQuery = `query ($slug: String, $minShared: Int) { article(slug: $slug) { related(minShared: $minShared) {
  totalCount
  edges { score sharedOrganisations { name } sharedOriginal { url } node { slug } }
} } }`

beforeAll(async () => {
  database = await createTestDatabase()
  const original = 'https://original.example/text'
  const filler = Array.from({ length: 8 }, (_, index) => ({ slug: `filler-${index}`, organisations: { Everywhere: 1 } }))
  await buildArchive(database.connection.pool, {
    articles: [
      { slug: 'source', organisations: { Rare: 1, Common: 2, Everywhere: 1 }, original, publishedAt: '2020-05-01T00:00:00.000Z' },
      { slug: 'shares-rare', organisations: { Rare: 1, Everywhere: 1 } },
      { slug: 'shares-common', organisations: { Common: 5 } },
      { slug: 'also-common', organisations: { Common: 1 }, publishedAt: '2021-01-01T00:00:00.000Z' },
      { slug: 'shares-both', organisations: { Rare: 1, Common: 1 } },
      { slug: 'same-original', original },
      ...filler,
    ],
  })
})
afterAll(() => database?.drop())

describe('articles that belong with another', () => {
  test('are ranked by how rare the shared organisations are, and each says which', async () => {
    const { article } = await answer(database.connection.db, relatedQuery, { slug: 'source' })
    const found = article.related.edges.map((edge: { node: { slug: string }; sharedOrganisations: { name: string }[] }) => [
      edge.node.slug,
      edge.sharedOrganisations.map(({ name }) => name),
    ])
    expect(found).toEqual([
      ['same-original', []],
      ['shares-both', ['Rare', 'Common']],
      ['shares-rare', ['Rare']],
      ['also-common', ['Common']],
      ['shares-common', ['Common']],
    ])
    expect(article.related.totalCount).toBe(5)
  })

  test('score as docs/related.md says', async () => {
    const { article } = await answer(database.connection.db, relatedQuery, { slug: 'source' })
    const weight = (articleCount: number) => Math.log(1 + 14 / articleCount)
    const scores = article.related.edges.map((edge: { score: number }) => edge.score)
    expect(scores[0]).toBeCloseTo(3 * Math.log(15), 5)
    expect(scores[1]).toBeCloseTo(weight(3) + weight(4), 5)
    expect(scores[2]).toBeCloseTo(weight(3), 5)
  })

  test('are not joined by a body that more than half of the archive names', async () => {
    const { article } = await answer(database.connection.db, relatedQuery, { slug: 'filler-1' })
    expect(article.related).toEqual({ totalCount: 0, edges: [] })
  })

  test('can be asked to share more, a shared original apart', async () => {
    const { article } = await answer(database.connection.db, relatedQuery, { slug: 'source', minShared: 2 })
    const slugs = article.related.edges.map((edge: { node: { slug: string } }) => edge.node.slug)
    expect(slugs).toEqual(['same-original', 'shares-both'])
    expect(article.related.edges[0].sharedOriginal).toEqual({ url: 'https://original.example/text' })
  })

  test('page on through equal scores without repeating', async () => {
    const ids: string[] = []
    let after: string | null = null
    do {
      const { node } = await answer(
        database.connection.db,
        'query ($id: ID!, $after: String) { node(id: $id) { ... on Article { related(first: 1, after: $after) { pageInfo { hasNextPage endCursor } nodes { slug } } } } }',
        { id: globalId('Article', articleKey('source')), after },
      )
      ids.push(...node.related.nodes.map(({ slug }: { slug: string }) => slug))
      after = node.related.pageInfo.hasNextPage ? node.related.pageInfo.endCursor : null
    } while (after !== null)
    expect(ids).toEqual(['same-original', 'shares-both', 'shares-rare', 'also-common', 'shares-common'])
  })
})

test('a row holds what its article names, unless that is very much', async () => {
  const names = Array.from({ length: 65 }, (_, index) => `Body ${index}`)
  const pool = database.connection.pool
  await buildArchive(pool, {
    articles: [{ slug: 'long-list', organisations: Object.fromEntries(names.map((name) => [name, 1])) }],
  })
  const articleId = articleKey('long-list')
  const saved = async (length: number) => {
    const pairs = names.slice(0, length).map((name) => ({ articleId, organisationId: organisationKey(name), ...rest }))
    const changed = await saveArticleOrganisations(client, [articleId], pairs)
    const { rows } = await pool.query('SELECT named_ids AS ids FROM article_organisation WHERE article_id = $1', [articleId])
    return { changed: changed.length, held: rows.map(({ ids }) => ids?.length ?? null) }
  }
  const rest = { mentionCount: 1, firstParagraph: 0, strength: 'MENTION', forms: [], gloss: null, publishedAt: new Date(0) }
  const client = await pool.connect()
  try {
    expect((await saved(65)).held).toEqual(names.map(() => null))
    expect(await saved(3)).toEqual({ changed: 65, held: [3, 3, 3] })
    expect(await saved(3)).toEqual({ changed: 0, held: [3, 3, 3] })
    expect(await saved(2)).toEqual({ changed: 3, held: [2, 2] })
  } finally {
    client.release()
  }
})
