import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** A temporary table that rows are sent to in one COPY, to be joined with by the statements that follow. */
export interface StagingTable {
  name: string
  /** Column names and their PostgreSQL types. */
  columns: Readonly<Record<string, string>>
}

/** `undefined` is no value: a column that a row lacks is a mistake, null is said. */
export type StagedValue = string | number | boolean | bigint | Date | null | readonly string[] | readonly number[] | StagedJson

/** Sent as `jsonb`. */
export class StagedJson {
  readonly value: unknown
  constructor(value: unknown) {
    this.value = value
  }
}

/** About as much as goes through the socket at once. */
const chunkLength = 256 * 1024

/** Staging tables that a connection has, and whether there may be rows in them. */
const tablesOf = new WeakMap<pg.ClientBase, Map<string, 'EMPTY' | 'FILLED'>>()

/** A transaction that is rolled back takes the staging tables that it made with it. */
export function forgetStaging(client: pg.ClientBase): void {
  tablesOf.delete(client)
}

/**
 * Empties the staging table, which belongs to this connection alone, and fills it with `rows`, each in the order of the table's
 * columns and made only when it is sent. Characters that PostgreSQL cannot hold (U+0000, lone surrogates) become U+FFFD, so that
 * lengths stay as they were.
 */
export async function stageRows(
  client: pg.ClientBase,
  table: StagingTable,
  rows: Iterable<readonly StagedValue[]>,
): Promise<void> {
  const tables = tablesOf.get(client) ?? new Map<string, 'EMPTY' | 'FILLED'>()
  tablesOf.set(client, tables)
  const columns = Object.entries(table.columns)
  const state = tables.get(table.name)
  if (state === undefined) {
    const definitions = columns.map(([name, type]) => `"${name}" ${type}`).join(', ')
    await client.query(
      `SET LOCAL client_min_messages = warning; CREATE TEMPORARY TABLE IF NOT EXISTS ${table.name} (${definitions})`,
    )
  }
  if (state !== 'EMPTY') await client.query(`TRUNCATE ${table.name}`)
  tables.set(table.name, 'EMPTY')
  const chunks = copyText(rows)
  const first = chunks.next()
  if (first.done) return
  tables.set(table.name, 'FILLED')
  const names = columns.map(([name]) => `"${name}"`).join(', ')
  const copy = client.query(copyFrom(`COPY ${table.name} (${names}) FROM STDIN`))
  await pipeline(Readable.from(startingWith(first.value, chunks)), copy)
}

function* startingWith(first: string, rest: Iterable<string>): Generator<string> {
  yield first
  yield* rest
}

function* copyText(rows: Iterable<readonly StagedValue[]>): Generator<string> {
  let chunk = ''
  for (const row of rows) {
    chunk += `${row.map(encode).join('\t')}\n`
    if (chunk.length >= chunkLength) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk !== '') yield chunk
}

function encode(value: StagedValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escapeText(storable(value))
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (value instanceof Date) return value.toISOString()
  // JSON has no line break or tab in it, only their escapes.
  if (value instanceof StagedJson) return storableJson(value.value).replaceAll('\\', '\\\\')
  return escapeText(
    `{${value.map((item) => (typeof item === 'number' ? item : `"${storable(item).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`,
  )
}

const copyEscapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escapeText(text: string): string {
  return /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => copyEscapes[character]!) : text
}

function storable(text: string): string {
  // A look for halves of pairs, too, is faster than a look for those that have no other half.
  return /[\ud800-\udfff\0]/.test(text) ? text.replace(/\p{Surrogate}|\0/gu, '\ufffd') : text
}

function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  if (!json.includes('\\u') || !/\\u(?:0000|d[89a-f])/i.test(json)) return json
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'string' ? storable(item) : item))
}
