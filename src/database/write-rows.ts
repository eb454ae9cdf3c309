import type pg from 'pg'
import { type BinaryType, storableJson } from './binary-types.ts'
import { type BinaryColumn, copyRows } from './copy-binary.ts'

type Field<Row> = keyof Row & string

/** A table, as rows of one type are written to it. Its columns are called as the fields are, in snake case. */
export interface Table<Row> {
  name: string
  /** The primary key. */
  key: readonly Field<Row>[]
  columns: { readonly [Name in Field<Row>]-?: BinaryType<NonNullable<Row[Name]>> }
}

const columnName = (field: string): string => field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
/** Columns of these fields, as SQL lists them. */
export const listColumns = (fields: readonly string[], prefix = ''): string =>
  fields.map((field) => `${prefix}"${columnName(field)}"`).join(', ')

const columnsOf = <Row>(table: Table<Row>): BinaryColumn[] =>
  Object.entries<BinaryType<never>>(table.columns).map(([field, type]) => ({ name: columnName(field), field, type }))

/** Adds rows of which none is there, in one COPY. */
export async function insertRows<Row>(client: pg.ClientBase, table: Table<Row>, rows: Iterable<Row>): Promise<void> {
  await copyRows(client, table.name, columnsOf(table), rows)
}

/**
 * Rows as a parameter, for a statement that has to join with them: SQL of a table with their columns, to be called by any name.
 * For few rows: PostgreSQL reads COPY's binary form several times faster.
 */
export const rowsFrom = <Row>(table: Table<Row>, parameter: string, name: string): string =>
  `json_to_recordset(${parameter}::json) AS ${name} (${columnsOf(table)
    .map((column) => `"${column.name}" ${column.type.sql}`)
    .join(', ')})`

/** What stands for `rowsFrom`'s parameter. */
export function toParameter<Row>(table: Table<Row>, rows: readonly Row[]): string {
  const columns = columnsOf(table)
  return storableJson(
    rows.map((row) =>
      Object.fromEntries(
        columns.map(({ name, field, type }) => {
          const value = row[field as Field<Row>] as never
          return [name, value === null || type.toJson === undefined ? value : type.toJson(value)]
        }),
      ),
    ),
  )
}

interface UpsertOptions<Row> {
  /** Fields that are no reason to write a row again, and follow the others where it is. */
  following?: readonly Field<Row>[]
  /** Fields that stay what they were when the row was added. */
  initial?: readonly Field<Row>[]
  /** SQL over `old`: rows for which it holds are left as they are. */
  unless?: string
}

/**
 * Adds rows, and changes those that are there and say something else; all others stay untouched. Returns those that it wrote, as
 * far as their key goes.
 */
export async function upsertRows<Row>(
  client: pg.ClientBase,
  table: Table<Row>,
  rows: readonly Row[],
  { following = [], initial = [], unless }: UpsertOptions<Row> = {},
): Promise<Row[]> {
  if (rows.length === 0) return []
  const fields = Object.keys(table.columns) as Field<Row>[]
  const rest = fields.filter((field) => !table.key.includes(field) && !initial.includes(field))
  const compared = rest.filter((field) => !following.includes(field))
  const isOther =
    compared.length === 0 ? 'true' : `(${listColumns(compared, 'old.')}) IS DISTINCT FROM (${listColumns(compared, 'excluded.')})`
  const { rows: written } = await client.query(
    `INSERT INTO ${table.name} AS old (${listColumns(fields)}) SELECT ${listColumns(fields)} FROM ${rowsFrom(table, '$1', 'new')}
     ON CONFLICT (${listColumns(table.key)}) DO UPDATE SET (${listColumns(rest)}) = ROW (${listColumns(rest, 'excluded.')})
       WHERE ${isOther} ${unless === undefined ? '' : `AND NOT (${unless})`}
     RETURNING ${keyOf(table)}`,
    [toParameter(table, rows)],
  )
  return written
}

/** Which of these values a table has in a field. */
async function findValues<Row>(
  client: pg.ClientBase,
  { name, columns }: Table<Row>,
  field: Field<Row>,
  values: readonly string[],
): Promise<Set<unknown>> {
  const column = `"${columnName(field)}"`
  const { rows } = await client.query<{ value: unknown }>(
    `SELECT DISTINCT ${column} AS value FROM ${name} WHERE ${column} = ANY($1::${columns[field].sql}[])`,
    [values],
  )
  return new Set(rows.map(({ value }) => value))
}

/** `upsertRows` for many rows, most of them new: these go straight into the table. */
export async function saveRows<Row>(
  client: pg.ClientBase,
  table: Table<Row>,
  rows: readonly Row[],
  options: UpsertOptions<Row> = {},
): Promise<Row[]> {
  if (rows.length === 0) return []
  const key = table.key[0]!
  const there = await findValues(
    client,
    table,
    key,
    rows.map((row) => row[key] as string),
  )
  const added = rows.filter((row) => !there.has(row[key]))
  await insertRows(client, table, added)
  const changed = await upsertRows(
    client,
    table,
    rows.filter((row) => there.has(row[key])),
    options,
  )
  return [...added, ...changed]
}

/**
 * Gives these owners (values of one field of the key) exactly these rows, as far as rows are in `scope` (SQL over `old`). Rows that
 * say the same stay untouched. Returns those that came, went or changed, as far as their key goes.
 */
export async function replaceRows<Row>(
  client: pg.ClientBase,
  table: Table<Row>,
  owner: Field<Row>,
  owners: readonly string[],
  rows: readonly Row[],
  { scope = 'true', ...options }: UpsertOptions<Row> & { scope?: string } = {},
): Promise<Row[]> {
  if (owners.length === 0) return []
  const having = await findValues(client, table, owner, owners)
  const added = rows.filter((row) => !having.has(row[owner]))
  await insertRows(client, table, added)
  if (having.size === 0) return added
  const others = rows.filter((row) => having.has(row[owner]))
  const { rows: removed } = await client.query(
    `DELETE FROM ${table.name} AS old
     WHERE "${columnName(owner)}" = ANY($1::${table.columns[owner].sql}[]) AND ${scope}
       AND (${listColumns(table.key, 'old.')}) NOT IN (SELECT ${listColumns(table.key, 'new.')} FROM ${rowsFrom(table, '$2', 'new')})
     RETURNING ${keyOf(table)}`,
    [[...having], toParameter(table, others)],
  )
  return [...added, ...removed, ...(await upsertRows(client, table, others, options))]
}

const keyOf = <Row>({ key }: Table<Row>): string => key.map((field) => `old."${columnName(field)}" AS "${field}"`).join(', ')
