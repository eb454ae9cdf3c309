import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { graphql, parse } from 'graphql'
import type { Database } from '../../src/database/database.ts'
import { RequestContext } from '../../src/modules/paging/request-context.ts'
import { createSchema } from '../../src/modules/schema.ts'
import { createPersistedQueryCache } from '../../src/server/answers/persisted-queries.ts'
import { ServedContext } from '../../src/server/answers/served-context.ts'
import { createApollo } from '../../src/server/apollo.ts'
import { createCompiledExecutor } from '../../src/server/compiled-executor.ts'
import { buildArchive } from '../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const schema = createSchema()
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await buildArchive(database.connection.pool, {
    articles: Array.from({ length: 8 }, (_, index) => ({
      slug: `article-${index}`,
      translators: [`Translator ${index % 3}`],
      authors: ['Author'],
      original: `https://original.example/${index % 3}`,
      organisations: { Google: 1 + (index % 4), Microsoft: 1 },
      people: [`Person ${index % 2}`],
    })),
  })
}, 60_000)
afterAll(() => database?.drop())

type Case = [name: string, source: string, variables?: Record<string, unknown>]

const pinned: Case[] = ['schema/operations', 'test/operations'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file): Case => [file, readFileSync(`${folder}/${file}`, 'utf8')]),
)

const article = 'article(slug: "article-1")'
const invented: Case[] = [
  ['aliases', `{ a: ${article} { t: title u: title } b: ${article} { lead } a2: articles(first: 1) { n: nodes { s: slug } } }`],
  [
    'a field in two places',
    `{ ${article} { publisher { name } publisher { slug } } articles { nodes { id } edges { node { title } } } }`,
  ],
  [
    'fragments',
    `{ ${article} { ...A ... on Node { id } ...B } } fragment A on Article { title ...B } fragment B on Article { slug publisher { ...P } } fragment P on Publisher { name }`,
  ],
  ['interfaces', '{ nodes(ids: ["QXJ0aWNsZTox", "x"]) { __typename id ... on Article { title } } }'],
  [
    'what is skipped',
    'query ($yes: Boolean!, $no: Boolean!) { archive { articleCount @include(if: $yes) version @skip(if: $yes) a: articleCount @skip(if: $no) @include(if: $yes) ... @include(if: $no) { translatorCount } } }',
    { yes: true, no: false },
  ],
  [
    'what is not skipped',
    'query ($yes: Boolean!) { articles(first: 2) { nodes { title ...A @include(if: $yes) } } } fragment A on Article { translators { name } }',
    { yes: true },
  ],
  [
    'variables with defaults',
    'query ($first: Int = 2, $order: ArticleOrder = OLDEST) { articles(first: $first, orderBy: $order) { nodes { slug } } }',
    { first: null },
  ],
  [
    'input objects',
    'query ($where: ArticleFilter, $at: DateTime) { articles(where: $where) { totalCount } b: articles(where: { publishedAt: { gte: $at } }) { totalCount } }',
    { where: { organisations: { some: ['Google'] } }, at: '2020-01-01T00:00:00Z' },
  ],
  ['rows that are not there', '{ article(slug: "none") { title } organisation(slug: "none") { name } nodes(ids: []) { id } }'],
  [
    'introspection',
    '{ __typename __schema { queryType { name } } __type(name: "Article") { name fields { name type { name } } } }',
  ],
]

const failing: Case[] = [
  ['arguments that are wrong', '{ articles(first: -1) { nodes { id } } archive { articleCount } }'],
  ['a variable that is missing', 'query ($slug: String!) { article(slug: $slug) { id } }'],
  ['a variable of another type', 'query ($first: Int) { articles(first: $first) { nodes { id } } }', { first: 'two' }],
  ['an error where null may stand', `{ ${article} { title } b: article { id } }`],
  ['an error below what may not be null', '{ articles { nodes { title organisations(after: "x") { nodes { name } } } } }'],
]

const plain = (value: unknown) => JSON.parse(JSON.stringify(value))

describe.each([...pinned, ...invented])('%s', (_, source, variables = {}) => {
  test('compiled answers as graphql-js does', async () => {
    const { db } = database.connection
    const expected = await graphql({ schema, source, variableValues: variables, contextValue: new RequestContext(db) })
    expect(expected.errors).toBeUndefined()
    const execute = createCompiledExecutor(schema, 0)
    const operation = { document: parse(source), hash: 'hash', name: null, variables }
    for (const _ of ['made', 'used again']) {
      expect(plain(await execute(operation, new RequestContext(db)))).toEqual(plain(expected))
    }
  })
})

describe.each(failing)('%s', (_, source, variables = {}) => {
  test('is answered by graphql-js alone', async () => {
    const { db } = database.connection
    const execute = createCompiledExecutor(schema, 0)
    const operation = { document: parse(source), hash: 'hash', name: null, variables }
    expect(await execute(operation, new RequestContext(db))).toBeNull()
  })

  test('answers through Apollo as often as it comes with the errors of graphql-js, and reads nothing twice', async () => {
    const expected = await graphql({
      schema,
      source,
      variableValues: variables,
      contextValue: new RequestContext(database.connection.db),
    })
    expect(expected.errors).toBeDefined()
    const apollo = createApollo({
      schema,
      persistedQueries: createPersistedQueryCache(null),
      showsInternalErrors: false,
      onInternalError: () => undefined,
    })
    const statements: string[] = []
    const db: Database = {
      query(statement, values) {
        statements.push(statement.name)
        return database.connection.db.query(statement, values)
      },
    }
    for (let time = 1; time <= 6; time++) {
      statements.length = 0
      const contextValue = new ServedContext(db, null, null)
      const { body } = await apollo.executeOperation({ query: source, variables }, { contextValue })
      const { singleResult } = body as Extract<typeof body, { kind: 'single' }>
      expect(plain(singleResult.data ?? null)).toEqual(plain(expected.data ?? null))
      const wording = (errors: readonly { message: string; path?: unknown }[] = []) =>
        errors.map(({ message, path }) => ({ message, path }))
      expect(plain(wording(singleResult.errors))).toEqual(plain(wording(expected.errors)))
      expect(new Set(statements).size).toBe(statements.length)
    }
    await apollo.stop()
  })
})
