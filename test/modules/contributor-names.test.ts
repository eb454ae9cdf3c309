import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { buildArchive } from '../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer } from '../support/execute.ts'

let database: TestDatabase
const ask = (query: string, variables?: Record<string, unknown>) => answer(database.connection.db, query, variables)

beforeAll(async () => {
  database = await createTestDatabase()
  await buildArchive(database.connection.pool, {
    articles: [
      { slug: 'one', publisher: 'strait', translators: ['陳硯秋'], authors: ['Zoë Ashgrove'] },
      { slug: 'two', publisher: 'strait', translators: ['陳硯秋'] },
      { slug: 'three', publisher: 'harbour', translators: ['陈砚秋'], authors: ['Zoë Ashgrove'] },
    ],
  })
})
afterAll(() => database?.drop())

test.each(['zoë ashgrove', 'ZOE ASHGROVE', 'Ｚｏë  Ashgrove'])('an author is found by the name %s', async (name) => {
  expect(await ask('query ($name: String) { author(name: $name) { name } }', { name })).toEqual({
    author: { name: 'Zoë Ashgrove' },
  })
})

test('of several translators whose names fold alike, the one of the very name is found, else the one with most articles', async () => {
  const found = '{ name articleCount }'
  expect(
    await ask(
      `{ a: translator(name: "陳硯秋") ${found} b: translator(name: "陈砚秋") ${found} c: translator(name: "陈硯秋") ${found} }`,
    ),
  ).toEqual({
    a: { name: '陳硯秋', articleCount: 2 },
    b: { name: '陈砚秋', articleCount: 1 },
    c: { name: '陳硯秋', articleCount: 2 },
  })
})

test('lists and filters take a name for everybody whose name folds like it', async () => {
  const { translators, articles } = await ask(
    '{ translators(name: "陈砚秋") { totalCount nodes { name } } articles(where: { translators: { some: ["陳硯秋"] } }) { totalCount } }',
  )
  expect(translators).toEqual({ totalCount: 2, nodes: [{ name: '陳硯秋' }, { name: '陈砚秋' }] })
  expect(articles).toEqual({ totalCount: 3 })
})

test('nobody is found by a name that nobody bears, or by none', async () => {
  expect(await ask('{ a: translator(name: "陈砚") { id } b: translator(name: "") { id } }')).toEqual({ a: null, b: null })
})
