import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { getOperationAST, graphql, parse } from 'graphql'
import type { Database } from '../../src/database/database.ts'
import { globalId } from '../../src/graphql/global-id.ts'
import { RequestContext } from '../../src/modules/paging/request-context.ts'
import { createSchema } from '../../src/modules/schema.ts'
import { CompiledOperations } from '../../src/server/compiled-operations.ts'
import { startServer } from '../../src/server/start-server.ts'
import { articleKey, buildArchive, organisationKey } from '../support/archive-builder.ts'
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
})
afterAll(() => database?.drop())

type Case = [name: string, source: string, variables?: Record<string, unknown>]

const pinned: Case[] = ['schema/operations', 'test/operations'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file): Case => [file, readFileSync(`${folder}/${file}`, 'utf8')]),
)

const article = 'article(slug: "article-1")'
const condition = 'fragment A on Article { title publisher { name } }'
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
  [
    'interfaces',
    `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Article { title translators { name } } ... on Organisation { name articles(first: 1) { nodes { slug } } } } }`,
    { ids: [globalId('Article', articleKey('article-1')), globalId('Organisation', organisationKey('Google')), 'x'] },
  ],
  [
    'unions',
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Node { id } ... on Article { title publisher { name } } } }',
    { of: [{ __typename: 'Article', id: globalId('Article', articleKey('article-1')) }] },
  ],
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
    'a fragment in two places, under a condition in one',
    `query ($no: Boolean!) { a: ${article} { ...A @include(if: $no) } b: article(slug: "article-2") { ...A } } ${condition}`,
    { no: false },
  ],
  [
    'a fragment twice in one place, under a condition once',
    `query ($no: Boolean!) { ${article} { ...A @include(if: $no) ...B } } fragment B on Article { slug ...A } ${condition}`,
    { no: false },
  ],
  [
    'a field that is skipped before it is asked for',
    `query ($yes: Boolean = true) { ${article} { title @skip(if: $yes) slug publisher @skip(if: $yes) { slug } title publisher { name } } }`,
  ],
  [
    'an object of which nothing is left',
    `{ ${article} { title @skip(if: true) } articles { nodes { ...A @include(if: false) } } } ${condition}`,
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
    '{ __typename _service { sdl } __schema { queryType { name } types { name } } __type(name: "Article") { name fields { name type { name } } } }',
  ],
]

const failing: Case[] = [
  ['arguments that are wrong', '{ articles(first: -1) { nodes { id } } archive { articleCount } }'],
  ['a variable that is missing', 'query ($slug: String!) { article(slug: $slug) { id } }'],
  ['a variable of another type', 'query ($first: Int) { articles(first: $first) { nodes { id } } }', { first: 'two' }],
  ['a condition that is null', `query ($yes: Boolean = true) { ${article} { title @skip(if: $yes) } }`, { yes: null }],
  ['an error where null may stand', `{ ${article} { title } b: article { id } }`],
  ['an error below what may not be null', '{ articles { nodes { title organisations(after: "x") { nodes { name } } } } }'],
]

const thirty = Array.from({ length: 30 }, (_, index) => index)
const joined: Case[] = [
  ['a field that is made of what is not asked for', '{ articles(first: 2) { nodes { translators { name } jsonLd } } }'],
  [
    'everything that is read with a row',
    `{ articles(first: 5) { nodes { title publishedAt importedAt publisher { id name articles(first: 2) { nodes { slug } } } original { url publisher { name } translations(first: 2) { totalCount nodes { id title } } }
      translators { id name articleCount publisher { slug } organisations(first: 1) { edges { articleCount node { name } } } } authors { name articles(first: 2, orderBy: TITLE) { nodes { title } } }
      otherTranslations { slug publishedAt } people(first: 2) { edges { cursor mentionCount node { name } } }
      organisations(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { cursor mentionCount strength forms node { name coMentions(first: 2) { edges { score articleCount node { slug } } } } } }
      related(first: 2) { pageInfo { startCursor hasPreviousPage } edges { score cursor sharedOrganisations { name } sharedOriginal { url } node { title } } } } } }`,
  ],
  [
    'pages of one list that differ',
    `query ($size: Int) { ${article} { a: organisations(first: 1) { nodes { name } } b: organisations(first: $size) { nodes { slug } } c: organisations(last: 1) { nodes { name } pageInfo { hasPreviousPage } } d: organisations(minStrength: ABOUT) { totalCount nodes { name } }
      e: organisations(first: 0) { nodes { name } pageInfo { hasNextPage } } f: organisations(first: $size) { nodes { name } } } }`,
    { size: 1 },
  ],
  [
    'nodes and edges that ask otherwise',
    `{ articles(first: 3) { nodes { organisations(first: 1) { nodes { name } } } edges { node { organisations(first: 2) { nodes { slug } } publisher { slug } } } } }`,
  ],
  [
    'filters below',
    `query ($name: ID!) { organisations(first: 3) { nodes { name articles(first: 2, where: { organisations: { some: [$name] } }) { totalCount nodes { title translators { name } } } } } }`,
    { name: 'google' },
  ],
  [
    'pages too long to be read with their rows',
    '{ organisations(first: 5) { nodes { articles(first: 50) { nodes { organisations(first: 50) { nodes { articles(first: 1) { nodes { title publisher { name } } } } } } } } } }',
  ],
  [
    'a place in a list below',
    `{ organisations(first: 2) { nodes { articles(first: 1, after: ${JSON.stringify(cursorOf('2020'))}) { nodes { slug } pageInfo { hasNextPage hasPreviousPage } } } } }`,
  ],
  [
    'rows of several roots',
    '{ a: article(slug: "article-1") { publisher { name } } b: article(slug: "article-2") { publisher { name } } c: article(slug: "article-3") { title } o: organisation(name: "Google") { articles(first: 1) { nodes { title } } } }',
  ],
  [
    'one field under many names',
    `{ ${thirty.map((index) => `a${index}: ${article} { title translators { name } }`).join(' ')} }`,
  ],
  [
    'one field under many names, below a list and between others',
    `{ articles(first: 3) { nodes { slug ${thirty.map((index) => `o${index}: organisations(first: 1) { nodes { x: name y: name } }`).join(' ')} title } } }`,
  ],
]

function cursorOf(year: string): string {
  return Buffer.from(JSON.stringify(['organisation-articles:NEWEST', `${year}-01-01T00:00:00.000Z`, '1'])).toString('base64url')
}

function compile(source: string, variables: Record<string, unknown> = {}): CompiledOperations {
  const compiled = new CompiledOperations(schema, 1)
  const document = parse(source)
  compiled.count('hash', document, getOperationAST(document)!, variables)
  return compiled
}
const only = { hash: 'hash', name: null }

describe.each([...pinned, ...invented, ...joined])('%s', (_, source, variables = {}) => {
  test('compiled answers as graphql-js does', async () => {
    const { db } = database.connection
    const expected = await graphql({ schema, source, variableValues: variables, contextValue: new RequestContext(db) })
    expect(expected.errors).toBeUndefined()
    const compiled = compile(source, variables)
    for (const _ of ['made', 'used again']) {
      expect(`${Buffer.concat((await compiled.answer(only, variables, new RequestContext(db))) ?? [])}`).toBe(
        `${JSON.stringify(expected)}\n`,
      )
    }
  })
})

test('a compiled operation answers each request with its own variables', async () => {
  const below = 'nodes { articles(first: 40) { totalCount nodes { organisations(first: 5) { nodes { name } } } } }'
  const source = `query ($many: Int, $few: Int, $slug: String) { organisations(first: $many) { ${below} }
    article(slug: $slug) { title organisations(first: $few) { totalCount nodes { name } } related(first: 1) { nodes { title } } } }`
  const { db } = database.connection
  const compiled = compile(source)
  for (const variables of [
    { many: 1, few: 1, slug: 'article-1' },
    { many: 50, few: 2, slug: 'article-2' },
    { many: 1, few: 0, slug: 'article-3' },
  ]) {
    const expected = await graphql({ schema, source, variableValues: variables, contextValue: new RequestContext(db) })
    expect(`${Buffer.concat((await compiled.answer(only, variables, new RequestContext(db))) ?? [])}`).toBe(
      `${JSON.stringify(expected)}\n`,
    )
  }
})

test('a compiled operation asks again under each condition', async () => {
  const query = `query ($yes: Boolean!) { ${article} { title @include(if: $yes) slug @skip(if: $yes) } }`
  for (const yes of [true, false, true]) {
    const answers = (await askOften(query, { yes })).map((text) => JSON.parse(text).data.article)
    expect(answers).toEqual(answers.map(() => (yes ? { title: 'article-1' } : { slug: 'article-1' })))
  }
})

test('a variable that an operation does not have is never taken for those that it has', async () => {
  const source = `query ($a: Boolean = false, $b: Boolean = false) { ${article} { title @include(if: $a) slug @include(if: $b) id } }`
  const compiled = compile(source, { 'a,true,b': true })
  const answer = await compiled.answer(only, { a: true, b: true }, new RequestContext(database.connection.db))
  expect(answer).toBeNull()
})

/** Names of the statements that an operation takes. */
async function statementsOf(source: string): Promise<string[]> {
  const names: string[] = []
  const db: Database = {
    query(statement, values) {
      names.push(statement.name.replace(/-[0-9a-f]{8}$/, ''))
      return database.connection.db.query(statement, values)
    },
  }
  expect(await compile(source).answer(only, {}, new RequestContext(db))).not.toBeNull()
  return names
}

test('a compiled operation reads relations with the rows that they belong to', async () => {
  const below =
    'publisher { name } translators { name } organisations(first: 2) { nodes { name articles(first: 2) { nodes { title } } } }'
  expect(await statementsOf(`{ articles(first: 5) { nodes { ${below} } } }`)).toEqual(['articles'])
  expect(await statementsOf(`{ a: ${article} { ${below} } b: article(slug: "article-2") { ${below} } }`)).toEqual([
    'article-by-slug',
  ])
})

test('what many names ask for is read once', async () => {
  const many = (field: string) => thirty.map((index) => `a${index}: ${field}`).join(' ')
  expect(await statementsOf(`{ ${many('articles(first: 5) { nodes { title } }')} }`)).toEqual(['articles'])
  expect(await statementsOf(`{ ${article} { ${many('organisations(first: 2) { nodes { name } }')} } }`)).toEqual([
    'article-by-slug',
  ])
})

describe.each(failing)('%s', (_, source, variables = {}) => {
  test('is answered by graphql-js alone', async () => {
    const { db } = database.connection
    expect(await compile(source, variables).answer(only, variables, new RequestContext(db))).toBeNull()
  })

  test('answers through Apollo as often as it comes with the errors of graphql-js', async () => {
    const contextValue = new RequestContext(database.connection.db)
    const expected = await graphql({ schema, source, variableValues: variables, contextValue })
    expect(expected.errors).toBeDefined()
    const answers = await askOften(source, variables)
    const wording = (errors: readonly { message: string; path?: unknown }[] = []) =>
      errors.map(({ message, path }) => ({ message, path }))
    for (const { data, errors } of answers.map((text) => JSON.parse(text))) {
      expect(data ?? null).toEqual(JSON.parse(JSON.stringify(expected.data ?? null)))
      expect(wording(errors)).toEqual(JSON.parse(JSON.stringify(wording(expected.errors))))
    }
  })
})

/** The answers of a server to one operation that it is asked again and again. */
async function askOften(query: string, variables: object): Promise<string[]> {
  const { connection } = database
  const server = await startServer({ connection, port: 0, host: '127.0.0.1', cacheBytes: 0 })
  try {
    const answers: string[] = []
    for (let time = 1; time <= 6; time++) {
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      answers.push(await response.text())
    }
    return answers
  } finally {
    await server.stop()
  }
}

test('the first answer and those of a compiled operation are the same bytes', async () => {
  const query = 'query ($first: Int) { articles(first: $first) { totalCount nodes { title publishedAt translators { name } } } }'
  const answers = await askOften(query, { first: 3 })
  expect(answers[0]).toContain('"translators":[{"name":"Translator')
  expect(new Set(answers).size).toBe(1)
})
