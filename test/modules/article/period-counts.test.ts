import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { countByPeriods } from '../../../src/modules/article/period-counts.ts'
import { Parameters } from '../../../src/modules/paging/statement.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { fillLargeArchive } from '../../support/large-archive.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database.connection
  await fillLargeArchive(pool, 3000)
  // Its times stand at whole hours and some milliseconds; ends of spans are tried at midnight too.
  await pool.query(`UPDATE article SET published_at = date_trunc('month', published_at) WHERE id % 4 = 0;
    UPDATE article SET is_published_at_known = false WHERE id % 9 = 0`)
})
afterAll(() => database?.drop())

const dayMs = 86_400_000
const begin = Date.UTC(2003, 11, 30)
// Mostly close to the first of a month, or to the other end.
const time = fc
  .tuple(
    fc.nat(140).map((month) => Date.UTC(2004, month)),
    fc.constantFrom(0, 0, 1, -1, dayMs, -dayMs, 3 * dayMs + 5, 20 * dayMs, -dayMs / 2),
  )
  .map(([month, off]) => new Date(Math.max(begin, month + off)))
const span = fc
  .tuple(time, fc.option(fc.nat(70 * 24), { nil: null }), time)
  .map(([gte, hours, other]) => ({ gte, lte: hours === null ? other : new Date(gte.getTime() + hours * 3_600_000) }))

test('a span of any length, open or not, has as many articles as counting finds in it', async () => {
  const { pool } = database.connection
  let counted = 0
  await fc.assert(
    fc.asyncProperty(
      span,
      fc.constantFrom('both', 'gte', 'lte', 'none'),
      fc.constantFrom(undefined, 'en', 'zh-Hans'),
      fc.constantFrom(undefined, true, false),
      async ({ gte, lte }, ends, language, hasOriginal) => {
        const publishedAt = {
          ...(ends === 'both' || ends === 'gte' ? { gte } : {}),
          ...(ends === 'both' || ends === 'lte' ? { lte } : {}),
        }
        const filter = { ...(ends === 'none' ? {} : { publishedAt }), language, hasOriginal }
        const sql = countByPeriods(filter as never)
        if (sql === null) return
        counted++
        const parameters = new Parameters()
        const text = `SELECT ${sql(parameters)} AS count`
        const { rows } = await pool.query(text, parameters.values)
        const { rows: expected } = await pool.query(
          `SELECT count(*)::integer AS count FROM article WHERE ($1::timestamptz IS NULL OR is_published_at_known AND published_at >= $1)
           AND ($2::timestamptz IS NULL OR is_published_at_known AND published_at <= $2) AND language = COALESCE($3, language)
           AND (original_id IS NOT NULL) = COALESCE($4, original_id IS NOT NULL)`,
          [publishedAt.gte ?? null, publishedAt.lte ?? null, language ?? null, hasOriginal ?? null],
        )
        expect(rows).toEqual(expected)
      },
    ),
    { numRuns: 400 },
  )
  expect(counted).toBeGreaterThan(200)
})
