import { readFileSync } from 'node:fs'
import { composeServices } from '@apollo/composition'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'graphql'
import { printSubgraphSdl } from '../../src/graphql/federation.ts'
import { globalId } from '../../src/graphql/global-id.ts'
import { createSchema, printSdl } from '../../src/modules/schema.ts'
import { buildArchive } from '../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer, execute } from '../support/execute.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await buildArchive(database.connection.pool, {
    articles: ['first', 'second', 'third'].map((slug) => ({
      slug,
      organisations: { 谷歌: 1, 微软: 1 },
      translators: ['何黎'],
      original: `https://original.example/${slug}`,
    })),
  })
})
afterAll(() => database?.drop())

/** A graph of readers' shelves, which knows of articles and organisations only that they are there. */
const shelves = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
  type Query { shelf(id: ID!): Shelf  shelves(first: Int, after: String): ShelfConnection! }
  type Shelf @key(fields: "id") { id: ID! articles: [Article!]! follows: [Organisation!]! wanted: [Original!]! }
  type ShelfConnection { nodes: [Shelf!]! pageInfo: PageInfo! }
  type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type Article @key(fields: "id") { id: ID! shelfCount: Int! }
  type Organisation @key(fields: "id", resolvable: false) { id: ID! }
  type Original @key(fields: "id", resolvable: false) { id: ID! }
`

describe('as a subgraph of Apollo Federation 2', () => {
  test('the SDL is what schema/subgraph.graphql says (npm run schema writes it), and what `_service` answers', async () => {
    const sdl = printSubgraphSdl(createSchema())
    expect(sdl).toBe(readFileSync('schema/subgraph.graphql', 'utf8'))
    expect((await answer(database.connection.db, '{ _service { sdl } }'))._service.sdl).toBe(sdl)
  })

  test('what routers ask for stays out of the schema that people read', () => {
    expect(printSdl(createSchema())).not.toMatch(/_entities|_service|_Any|_Entity|@link|@key/)
  })

  test('composes with a subgraph that adds fields to articles and refers to organisations and originals', () => {
    const { errors, supergraphSdl } = composeServices([
      { name: 'archive', url: 'http://localhost:4000/graphql', typeDefs: parse(printSubgraphSdl(createSchema())) },
      { name: 'shelves', url: 'http://localhost:4001/graphql', typeDefs: parse(shelves) },
    ])
    expect(errors).toBeUndefined()
    const article = /type Article [^{]*\{([^}]*)\}/.exec(supergraphSdl!)
    expect(article![0]).toContain('@join__type(graph: ARCHIVE, key: "id")')
    expect(article![1]).toMatch(/shelfCount: Int! @join__field\(graph: SHELVES\)/)
    expect(article![1]).toMatch(/title: String! @join__field\(graph: ARCHIVE\)/)
  })

  test('finds entities by id, in the order asked, with one statement a type', async () => {
    const { articles } = await answer(
      database.connection.db,
      '{ articles { nodes { id title original { id url } organisations { nodes { id name } } } } }',
    )
    const representations = articles.nodes.flatMap(
      // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
      ({ id, original, organisations }: any) => [
        { __typename: 'Article', id },
        { __typename: 'Original', id: original.id },
        ...organisations.nodes.map((organisation: { id: string }) => ({ __typename: 'Organisation', id: organisation.id })),
      ],
    )
    const { data, errors, statements } = await execute(
      database.connection.db,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
         ... on Article { id title } ... on Original { id url } ... on Organisation { id name } } }`,
      { representations },
    )
    expect(errors).toBeUndefined()
    expect(statements).toHaveLength(3)
    expect(data._entities).toEqual(
      // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
      articles.nodes.flatMap(({ id, title, original, organisations }: any) => [{ id, title }, original, ...organisations.nodes]),
    )
  })

  test('answers null for what is not here, and an error for what names nothing, without losing the others', async () => {
    const { articles } = await answer(database.connection.db, '{ articles(first: 1) { nodes { id } } }')
    const [{ id }] = articles.nodes
    const { data, errors } = await execute(
      database.connection.db,
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Article { id } } }',
      {
        representations: [
          { __typename: 'Article', id },
          { __typename: 'Article', id: globalId('Article', '1') },
          { __typename: 'Organisation', id },
          { __typename: 'Country', id: 'CN' },
          { __typename: 'Article' },
        ],
      },
    )
    expect(data._entities).toEqual([{ __typename: 'Article', id }, null, null, null, null])
    expect(errors?.map(({ path, extensions }) => [path, extensions['reason']])).toEqual(
      [2, 3, 4].map((index) => [['_entities', index], 'INVALID_ID']),
    )
  })
})
