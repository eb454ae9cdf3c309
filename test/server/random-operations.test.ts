import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { getOperationAST, graphql, parse, validate } from 'graphql'
import { globalId } from '../../src/graphql/global-id.ts'
import { checkLimits } from '../../src/graphql/limits.ts'
import { RequestContext } from '../../src/modules/paging/request-context.ts'
import { createSchema } from '../../src/modules/schema.ts'
import { CompiledOperations } from '../../src/server/compiled-operations.ts'
import { articleKey, buildArchive, organisationKey } from '../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { inventOperation } from '../support/invent-operation.ts'

const schema = createSchema()
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await buildArchive(database.connection.pool, {
    articles: Array.from({ length: 6 }, (_, index) => ({
      slug: `article-${index}`,
      url: `https://desk.example/${index}`,
      translators: [`Translator ${index % 2}`],
      authors: ['Author'],
      original: `https://original.example/${index % 2}`,
      organisations: { Google: 1 + index, Microsoft: 1 },
      people: ['Somebody'],
    })),
  })
})
afterAll(() => database?.drop())

const article = globalId('Article', articleKey('article-1'))
const organisation = globalId('Organisation', organisationKey('Google'))
const known = {
  id: [article, organisation],
  ids: [article, organisation, 'x'],
  slug: ['article-1', 'article-2', 'google', 'desk'],
  url: ['https://desk.example/1', 'https://original.example/1'],
  name: ['Google', 'Translator 1', 'Author'],
  first: [0, 1, 2, 5],
  maxSteps: [1, 2],
  query: ['article', 'Google'],
  from: ['google', organisation],
  to: ['microsoft'],
  Int: [1, 2, 3],
  Boolean: [true, false],
  DateTime: ['2020-01-01T00:00:00Z'],
  ID: ['google', organisation],
}

test('whatever is asked, a compiled operation answers as graphql-js does, and nothing where that finds an error', async () => {
  const { db } = database.connection
  const seen = { answered: 0, conditional: 0 }
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (draw) => {
      const { source, variables } = inventOperation(schema, known, draw)
      const document = parse(source)
      if (validate(schema, document).length > 0) return
      const operation = getOperationAST(document)!
      const contextValue = new RequestContext(db)
      const expected = await graphql({ schema, source, variableValues: variables, contextValue })
      const compiled = new CompiledOperations(schema, 1)
      compiled.count('hash', document, operation, variables)
      const parts = await compiled.answer({ hash: 'hash', name: null }, variables, new RequestContext(db))
      if (expected.errors !== undefined || isTooMuch(document, operation, variables)) {
        expect(parts).toBeNull()
        return
      }
      expect(Buffer.concat(parts ?? []).toString()).toBe(`${JSON.stringify(expected)}\n`)
      seen.answered++
      if (source.includes('(if: ')) seen.conditional++
    }),
    { numRuns: 150, endOnFailure: true },
  )
  expect(seen.answered).toBeGreaterThan(50)
  expect(seen.conditional).toBeGreaterThan(20)
}, 120_000)

function isTooMuch(...of: Parameters<typeof checkLimits>): boolean {
  try {
    checkLimits(...of)
    return false
  } catch {
    return true
  }
}
