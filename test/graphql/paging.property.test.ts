import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { type BuiltArticle, buildArchive } from '../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer } from '../support/execute.ts'

jest.setTimeout(120_000)

let database: TestDatabase
let inserted = 0

// Times, titles and counts repeat, so that only the id tells places apart.
const article = (index: number): BuiltArticle => ({
  slug: `article-${index}`,
  title: `Title ${index % 4}`,
  publishedAt: index % 7 === 0 ? null : `2020-01-0${1 + (index % 3)}T00:00:00.000Z`,
  translators: ['Weir'],
  organisations: { Hub: 1, ...(index % 2 === 0 ? { Spoke: 2 } : {}) },
})

beforeAll(async () => {
  database = await createTestDatabase()
  await buildArchive(database.connection.pool, { articles: Array.from({ length: 25 }, (_, index) => article(index)) })
  inserted = 25
})
afterAll(() => database?.drop())

const page = '{ pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { slug } } totalCount }'
const paging = '$first: Int, $after: String, $last: Int, $before: String, $order: ArticleOrder'
const pass = 'first: $first, after: $after, last: $last, before: $before, orderBy: $order'

const lists = {
  articles: `query (${paging}) { list: articles(${pass}) ${page} }`,
  'articles of an organisation': `query (${paging}) { of: organisation(name: "Hub") { list: articles(${pass}) ${page} } }`,
  'articles of a translator': `query (${paging}) { of: translator(name: "Weir") { list: articles(${pass}) ${page} } }`,
  'articles of a publisher': `query (${paging}) { of: publisher(slug: "desk") { list: articles(${pass}) ${page} } }`,
  'filtered articles': `query (${paging}) { list: articles(${pass}, where: { NOT: { NOT: { organisations: { some: ["${'HUB'}"] } } } }) ${page} }`,
}

interface Connection {
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
  edges: { cursor: string; node: { slug: string } }[]
  totalCount: number
}

async function read(query: string, variables: Record<string, unknown>): Promise<Connection> {
  const slugs = await database.connection.pool.query(`SELECT slug FROM organisation WHERE name = 'Hub'`)
  const data = await answer(database.connection.db, query.replace('HUB', slugs.rows[0].slug), variables)
  return data.list ?? data.of.list
}

async function walkForward(query: string, order: string, size: number, between?: () => Promise<void>): Promise<string[]> {
  const seen: string[] = []
  let after: string | null = null
  for (;;) {
    const { edges, pageInfo }: Connection = await read(query, { first: size, after, order })
    seen.push(...edges.map(({ node }) => node.slug))
    expect(pageInfo.hasPreviousPage).toBe(after !== null)
    if (!pageInfo.hasNextPage) return seen
    after = pageInfo.endCursor
    await between?.()
  }
}

async function walkBackward(query: string, order: string, size: number): Promise<string[]> {
  const seen: string[] = []
  let before: string | null = null
  for (;;) {
    const { edges, pageInfo }: Connection = await read(query, { last: size, before, order })
    seen.unshift(...edges.map(({ node }) => node.slug))
    if (!pageInfo.hasPreviousPage) return seen
    before = pageInfo.startCursor
  }
}

const orders = fc.constantFrom('NEWEST', 'OLDEST', 'TITLE', 'MOST_ORGANISATIONS')
const names = fc.constantFrom(...(Object.keys(lists) as (keyof typeof lists)[]))

describe('paging', () => {
  test('forward and backward give the same list, whole and once, in pages of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        names,
        orders,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        async (name, order, ahead, back) => {
          const forward = await walkForward(lists[name], order, ahead)
          expect(new Set(forward).size).toBe(forward.length)
          expect(await walkBackward(lists[name], order, back)).toEqual(forward)
          const whole = await read(lists[name], { first: 100, order })
          expect(whole.edges.map(({ node }) => node.slug)).toEqual(forward)
          expect(whole.totalCount).toBe(forward.length)
        },
      ),
      { numRuns: 12 },
    )
  })

  test('in turns lands where it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        names,
        orders,
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 6 })), { maxLength: 8 }),
        async (name, order, steps) => {
          const { edges } = await read(lists[name], { first: 100, order })
          // The place is between two rows: `place` rows lie before it.
          let place = 0
          for (const [isForward, size] of steps) {
            const cursor = isForward ? edges[place - 1]?.cursor : edges[place]?.cursor
            const expected = isForward ? edges.slice(place, place + size) : edges.slice(Math.max(0, place - size), place)
            const variables = isForward ? { first: size, after: cursor ?? null } : { last: size, before: cursor ?? null }
            if (!isForward && cursor === undefined) continue
            const found = await read(lists[name], { ...variables, order })
            expect(found.edges).toEqual(expected)
            place += isForward ? expected.length : -expected.length
          }
        },
      ),
      { numRuns: 12 },
    )
  })

  test('between two cursors keeps to them in either direction', async () => {
    const { edges } = await read(lists.articles, { first: 100, order: 'NEWEST' })
    const between = { after: edges[4]!.cursor, before: edges[15]!.cursor, order: 'NEWEST' }
    const slugs = (connection: Connection) => connection.edges.map(({ node }) => node.slug)
    const inside = edges.slice(5, 15).map(({ node }) => node.slug)
    expect(slugs(await read(lists.articles, { ...between, first: 4 }))).toEqual(inside.slice(0, 4))
    expect(slugs(await read(lists.articles, { ...between, last: 4 }))).toEqual(inside.slice(-4))
  })

  test('neither repeats nor skips a row that was there throughout while others are added', async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 5 }), async (order, size) => {
        const there = (await read(lists['articles of an organisation'], { first: 100, order })).edges.map(({ node }) => node.slug)
        const addOne = async () => {
          if (inserted < 60) await buildArchive(database.connection.pool, { articles: [article(inserted++)] })
        }
        const seen = await walkForward(lists['articles of an organisation'], order, size, addOne)
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen.filter((slug) => there.includes(slug))).toEqual(there)
      }),
      { numRuns: 5 },
    )
  })

  test('a page of nothing still says whether there is more', async () => {
    const { edges, pageInfo } = await read(lists.articles, { first: 0, order: 'NEWEST' })
    expect(edges).toEqual([])
    expect(pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null })
  })
})
