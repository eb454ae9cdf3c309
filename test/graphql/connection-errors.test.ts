import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { encodeCursor } from '../../src/graphql/cursor.ts'
import { buildArchive } from '../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer, execute } from '../support/execute.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await buildArchive(database.connection.pool, { articles: [{ slug: 'one', organisations: { Body: 1 } }, { slug: 'two' }] })
})
afterAll(() => database?.drop())

const refusal = async (query: string, variables?: Record<string, unknown>) => {
  const { errors, statements } = await execute(database.connection.db, query, variables)
  expect(errors).toHaveLength(1)
  expect(statements.filter(({ name }) => name.startsWith('articles'))).toEqual([])
  return { ...errors![0]!.extensions, message: errors![0]!.message }
}

describe('a connection refuses', () => {
  test.each([
    ['first: 101', 'first', /between 0 and 100; it was 101/],
    ['last: 101', 'last', /between 0 and 100/],
    ['first: -1', 'first', /between 0 and 100; it was -1/],
  ])('a page size out of bounds, naming the bound: %s', async (args, argument, message) => {
    expect(await refusal(`{ articles(${args}) { nodes { slug } } }`)).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'INVALID_PAGE_SIZE',
      argument,
      message: expect.stringMatching(message),
    })
  })

  test('first together with last', async () => {
    expect(await refusal('{ articles(first: 1, last: 1) { nodes { slug } } }')).toMatchObject({ reason: 'CONFLICTING_ARGUMENTS' })
  })

  test.each([
    ['no base64', '!!!'],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['another order', encodeCursor('articles:TITLE', ['a', '1'])],
    ['another list', encodeCursor('organisations:NEWEST', ['2020-01-01T00:00:00.000Z', '1'])],
    ['too few keys', encodeCursor('articles:NEWEST', ['2020-01-01T00:00:00.000Z'])],
    ['a key of another type', encodeCursor('articles:NEWEST', ['2020-01-01T00:00:00.000Z', 'x'])],
    ['a time that is none', encodeCursor('articles:NEWEST', ['2020-99-01T00:00:00.000Z', '1'])],
    ['a number past 64 bits', encodeCursor('articles:NEWEST', ['2020-01-01T00:00:00.000Z', '9223372036854775808'])],
    ['SQL', encodeCursor('articles:NEWEST', ['2020-01-01T00:00:00.000Z', '1); DROP TABLE article; --'])],
  ])('a cursor that is %s', async (_, cursor) => {
    const asked = 'query ($after: String) { articles(after: $after) { nodes { slug } } }'
    expect(await refusal(asked, { after: cursor })).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'INVALID_CURSOR',
      argument: 'after',
    })
  })

  test('the cursor of one list in another', async () => {
    const { articles } = await answer(database.connection.db, '{ articles { edges { cursor } } }')
    const query = 'query ($after: String) { organisation(name: "Body") { articles(after: $after) { nodes { slug } } } }'
    expect(await refusal(query, { after: articles.edges[0].cursor })).toMatchObject({ reason: 'INVALID_CURSOR' })
  })

  test('filters that are too deep in one another', async () => {
    const nested = 'NOT: {'.repeat(8)
    const query = `{ articles(where: { ${nested} language: "en" ${'}'.repeat(8)} }) { nodes { slug } } }`
    expect(await refusal(query)).toMatchObject({ reason: 'FILTER_TOO_DEEP' })
  })
})

describe('a field that finds one thing', () => {
  test('wants exactly one way of naming it', async () => {
    expect(await refusal('{ article { slug } }')).toMatchObject({ reason: 'MISSING_ARGUMENT' })
    expect(await refusal('{ article(slug: "one", url: "x") { slug } }')).toMatchObject({ reason: 'CONFLICTING_ARGUMENTS' })
  })

  test('refuses the id of another type, and says of which', async () => {
    const { organisation } = await answer(database.connection.db, '{ organisation(name: "Body") { id } }')
    expect(await refusal(`{ article(id: "${organisation.id}") { slug } }`)).toMatchObject({
      reason: 'INVALID_ID',
      message: expect.stringContaining('a row of type Organisation'),
    })
    expect(await refusal('{ article(id: "one") { slug } }')).toMatchObject({ reason: 'INVALID_ID' })
  })
})
