import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type BuiltArticle, buildArchive } from '../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer, execute } from '../support/execute.ts'

const names = Array.from({ length: 24 }, (_, index) => `Body ${index}`)
// A line of bodies with shortcuts, and a pair that nothing joins with the rest.
const articles: BuiltArticle[] = Array.from({ length: 26 }, (_, index) => {
  const one = (index * 7) % 20
  const other = Math.min(19, one + 1 + (index % 2))
  return { slug: `article-${index}`, organisations: { [names[one]!]: 1, ...(one === other ? {} : { [names[other]!]: 2 }) } }
}).concat([{ slug: 'apart', organisations: { 'Body 21': 1, 'Body 22': 1 } }])

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const organisations = names.map((name) => ({ name, slug: name.toLowerCase().replace(' ', '-') }))
  await buildArchive(database.connection.pool, { articles, organisations })
})
afterAll(() => database?.drop())

const query = `query ($from: ID!, $to: ID!, $maxSteps: Int) { organisationPath(from: $from, to: $to, maxSteps: $maxSteps) {
  steps organisations { name } articles { slug }
} }`

/** How many articles it takes from one body to every other, one ring after the other. */
function distancesFrom(start: string): Map<string, number> {
  const distances = new Map([[start, 0]])
  for (const name of distances.keys()) {
    for (const { organisations = {} } of articles) {
      if (!(name in organisations)) continue
      for (const next of Object.keys(organisations)) if (!distances.has(next)) distances.set(next, distances.get(name)! + 1)
    }
  }
  return distances
}

describe('the path between two organisations', () => {
  test('is as short as any, and each article names both of its ends', async () => {
    const lengths = new Set<number>()
    for (const from of names.filter((_, index) => index % 6 === 0 || index > 20)) {
      const distances = distancesFrom(from)
      for (const to of names) {
        const { organisationPath: path } = await answer(database.connection.db, query, { from, to, maxSteps: 6 })
        const distance = distances.get(to)
        if (distance === undefined || distance > 6) {
          expect(path).toBeNull()
          continue
        }
        expect(path.steps).toBe(distance)
        lengths.add(distance)
        const chain: string[] = path.organisations.map(({ name }: { name: string }) => name)
        expect([chain[0], chain.at(-1), chain.length, path.articles.length]).toEqual([from, to, distance + 1, distance])
        for (const [index, { slug }] of path.articles.entries()) {
          const named = articles.find((article) => article.slug === slug)!.organisations!
          expect(Object.keys(named)).toEqual(expect.arrayContaining([chain[index], chain[index + 1]]))
        }
      }
    }
    expect(lengths.size).toBeGreaterThan(4)
  })

  test('is not longer than asked for, and the same each time', async () => {
    const distances = distancesFrom('Body 0')
    const [far, distance] = [...distances].find(([, steps]) => steps === 3)!
    const variables = { from: 'body-0', to: far }
    expect((await answer(database.connection.db, query, { ...variables, maxSteps: distance - 1 })).organisationPath).toBeNull()
    const first = await answer(database.connection.db, query, variables)
    expect(await answer(database.connection.db, query, variables)).toEqual(first)
  })

  test('is null for a body that the archive does not know', async () => {
    expect((await answer(database.connection.db, query, { from: 'body-0', to: 'nobody' })).organisationPath).toBeNull()
  })

  test.each([0, 7, -1])('refuses %j steps and says what is allowed', async (maxSteps) => {
    const { errors } = await execute(database.connection.db, query, { from: 'body-0', to: 'body-1', maxSteps })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'OUT_OF_RANGE', argument: 'maxSteps' })
    expect(errors?.[0]?.message).toContain('between 1 and 6')
  })

  test('takes one statement for each article at most, and five to begin with and to end', async () => {
    const { statements } = await execute(database.connection.db, query, { from: 'body-0', to: 'body-21', maxSteps: 6 })
    expect(statements.length).toBeLessThanOrEqual(11)
  })

  test('goes around a body that everybody names', async () => {
    const joined: BuiltArticle[] = [
      { slug: 'one', organisations: { Hub: 1, Left: 1 } },
      { slug: 'other', organisations: { Hub: 1, Right: 1 } },
    ]
    await buildArchive(database.connection.pool, { articles: joined })
    await database.connection.pool.query(`UPDATE organisation SET article_count = 1001 WHERE name = 'Hub'`)
    const path = async (from: string, to: string) =>
      (await answer(database.connection.db, query, { from, to })).organisationPath?.steps ?? null
    expect(await path('Left', 'Right')).toBeNull()
    expect(await path('Left', 'Hub')).toBe(1)
    expect(await path('Hub', 'Right')).toBe(1)
  })
})
