import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { type Database, Keys, type Statement } from '../../src/database/database.ts'
import { foldName } from '../../src/text/fold-name.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { execute } from '../support/execute.ts'
import { fillLargeArchive } from '../support/large-archive.ts'

/*
 * No operation may read a large table from one end to the other, whether by the table or by an index. Each statement that it runs is
 * explained, and run, as PostgreSQL plans it for these values, and as it does once the statement has been prepared for a while.
 * What is asked for is about the most frequent: bodies that ten thousand articles name, people with thousands of credits.
 */

/**
 * Rows of large tables that a statement may touch, whether it keeps them or not: what the bounds of docs/related.md come to for
 * ten rows of a page, a twentieth of the smallest of the tables that grow with what articles name.
 */
const mostRows = 20_000

let database: TestDatabase
let client: pg.Client
const large = new Set<string>()
const tableOfIndex = new Map<string, string>()
beforeAll(async () => {
  database = await createTestDatabase()
  await fillLargeArchive(database.connection.pool, 100_000)
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await nameSubjects()
  const { rows } = await client.query<{ relname: string }>(
    `SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples >= 10000 AND relnamespace = 'public'::regnamespace`,
  )
  for (const { relname } of rows) large.add(relname)
  const indexes = await client.query<{ index: string; table: string }>(
    `SELECT indexname AS index, tablename AS table FROM pg_indexes WHERE schemaname = 'public'`,
  )
  for (const { index, table } of indexes.rows) tableOfIndex.set(index, table)
}, 300_000)
afterAll(async () => {
  await client?.end()
  await database?.drop()
})

/** Gives rows the names that the operations ask for. */
async function nameSubjects(): Promise<void> {
  const set = (table: string, column: string, id: number, value: string) =>
    client.query(`UPDATE ${table} SET ${column} = $2 WHERE ${table === 'alias' ? 'organisation_id' : 'id'} = $1`, [id, value])
  await set('article', 'canonical_url', 50_000, 'https://harbour-review.example/story/0100012')
  await set('article', 'canonical_url', 60_000, 'https://harbour-review.example/story/0100041')
  await set('original', 'canonical_url', 50_000, 'https://meridian-post.example/2016/05/two-companies-that-live-in-a-phone')
  await set('publisher', 'slug', 1, 'meridian-post-example')
  for (const [id, name] of [
    [3, 'Google'],
    [5, 'Microsoft'],
    [40, 'Alibaba'],
    [700, 'Bank of England'],
    [12, '優步'],
    [7, '臺積電'],
  ] as const) {
    await set('organisation', 'slug', id, foldName(name).replaceAll(' ', '-'))
    await set('alias', 'folded', id, foldName(name))
  }
  for (const [id, name] of [
    [5, '陈砚秋'],
    [9, '齐远舟'],
    [3, 'nora whitfield'],
  ] as const) {
    await set('contributor', 'folded', id, foldName(name))
    await set('contributor', 'name', id, name)
  }
  await client.query('VACUUM ANALYZE')
}

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Plan[]
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** The table behind a scan of it or of one of its indexes; null for other nodes, and for small tables. */
function scannedTable(plan: Plan): string | null {
  const table =
    plan['Relation Name'] ?? (plan['Node Type'] === 'Bitmap Index Scan' ? tableOfIndex.get(plan['Index Name']!) : null)
  return table != null && large.has(table) ? table : null
}

const rowsTouched = (plan: Plan): number =>
  plan['Actual Loops'] *
  (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0))

/** What is wrong with a plan: tables that it reads as a whole, and more rows than any page needs. */
function faultsIn(plan: Plan): string[] {
  const scans = nodesOf(plan).filter((node) => scannedTable(node) !== null)
  const whole = scans.filter((node) => node['Node Type'] === 'Seq Scan' && node['Actual Loops'] > 0)
  const rows = scans.reduce((sum, node) => sum + rowsTouched(node), 0)
  return [
    ...new Set(whole.map((node) => `reads all of ${scannedTable(node)}`)),
    ...(rows > mostRows ? [`touches ${rows} rows`] : []),
  ]
}

async function explain(query: pg.QueryConfig): Promise<Plan> {
  const { rows } = await client.query(query)
  return rows[0]['QUERY PLAN'][0].Plan
}

/** PostgreSQL thinks of one plan for all values at the sixth execution. */
async function explainPrepared({ text }: Statement, values: readonly unknown[]): Promise<Plan> {
  await client.query(`PREPARE explained AS ${text}`)
  try {
    const literals = values.map((value) => literal(value)).join(', ')
    const run = `EXECUTE explained${values.length === 0 ? '' : `(${literals})`}`
    for (let time = 0; time < 5; time++) await client.query(`EXPLAIN ${run}`)
    return await explain({ text: `EXPLAIN (ANALYZE, FORMAT JSON) ${run}` })
  } finally {
    await client.query('DEALLOCATE explained')
  }
}

function literal(value: unknown): string {
  if (value === null) return 'NULL'
  if (value instanceof Keys) return literal(value.toPostgres())
  if (Array.isArray(value)) return literal(`{${value.map(element).join(',')}}`)
  if (value instanceof Date) return literal(value.toISOString())
  if (Buffer.isBuffer(value)) return literal(`\\x${value.toString('hex')}`)
  return pg.escapeLiteral(String(value))
}

const element = (value: unknown): string => (value === null ? 'NULL' : `"${String(value).replace(/["\\]/g, '\\$&')}"`)

const operations = ['schema/operations', 'test/operations'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file): [string, string] => [file, readFileSync(`${folder}/${file}`, 'utf8')]),
)

test.each(operations)('%s reads no large table as a whole', async (_, source) => {
  const seen = new Map<string, { statement: Statement; values: readonly unknown[] }>()
  const db: Database = {
    query(statement, values) {
      seen.set(statement.text, { statement, values })
      return database.connection.db.query(statement, values)
    },
  }
  const { data, errors } = await execute(db, source)
  expect(errors).toBeUndefined()
  // What names nothing reads nothing.
  expect(Object.values(data ?? {})).not.toContain(null)
  const found: string[] = []
  for (const { statement, values } of seen.values()) {
    const first = await explain({ text: `EXPLAIN (ANALYZE, FORMAT JSON) ${statement.text}`, values: [...values] })
    const later = await explainPrepared(statement, values)
    for (const fault of new Set([...faultsIn(first), ...faultsIn(later)]))
      found.push(`${statement.name.replace(/-[0-9a-f]{8}$/, '')} ${fault}`)
  }
  expect(found).toEqual([])
})
