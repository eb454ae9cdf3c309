import type { KeyType } from '../../graphql/cursor.ts'
import { globalId } from '../../graphql/global-id.ts'
import type { Parameters } from './statement.ts'

/** A row as it was read, by the names of its properties. */
export type Row = { key: string } & Record<string, unknown>

/** A table as a GraphQL type sees it. */
export interface NodeTable {
  /** Name of the GraphQL type. */
  type: string
  table: string
  /** What every list calls the table. */
  alias: string
  /** SQL of the primary key. */
  key: string
  /** SQL of each property of a row. */
  columns: Record<string, string>
  /** Properties that are times. */
  times?: readonly string[]
  /** Properties that a field's resolver needs, for fields that are no property themselves. */
  needs?: Record<string, readonly string[]>
  /** SQL that holds for the rows of this type, where the table holds others too. */
  where?: string
  /** Column that names the row which took this one's place, where rows can be merged. */
  mergedInto?: string
  /** Its rows change without a new version of the archive. */
  isFleeting?: boolean
}

/** A total order: its last key is unique in the list. All keys run the same way, so that a row comparison finds a place in it. */
export interface Order {
  keys: readonly { sql: string; type: KeyType }[]
  isDescending: boolean
}

/** Where a connection's rows come from. `parent.key` is the row that a nested list belongs to. */
export interface List {
  /** Kebab case; begins the names of its statements, and its cursors. */
  name: string
  node: NodeTable
  /** SQL of the one row `parent(key)` that a list at the root belongs to, where it belongs to one. */
  parent?: (parameters: Parameters) => string
  /** SQL after FROM; as a function where it needs values. */
  from: string | ((parameters: Parameters) => string)
  /**
   * SQL that joins the node's table to a row of `from`, which goes by `alias`: for lists whose orders and conditions are about
   * those rows alone. A page's rows are chosen first, so that nodes are read for them only.
   */
  join?: { alias: string; sql: string }
  /** SQL that always holds. */
  where?: readonly string[]
  /** SQL of the length of the list without a filter, where the import keeps it. */
  total?: string
  /** SQL of each property of an edge beside `cursor` and `node`. */
  edge?: Record<string, string>
  orders: Record<string, Order>
}

/** SQL for the properties of a node that `fields` need. Every row has its `key`. */
export function nodeColumns(
  { key, columns, needs = {} }: NodeTable,
  fields: Iterable<string>,
  form: (sql: string, name: string) => string = (sql) => sql,
): string[] {
  const names = new Set<string>()
  for (const field of fields) {
    if (field in columns) names.add(field)
    for (const name of needs[field] ?? []) names.add(name)
  }
  return [`${form(key, 'key')} AS "key"`, ...[...names].map((name) => `${form(columns[name]!, name)} AS "${name}"`)]
}

/** SQL for all properties of a node. */
export function allColumns({ key, columns }: NodeTable): string[] {
  return [`${key} AS "key"`, ...Object.entries(columns).map(([name, sql]) => `${sql} AS "${name}"`)]
}

/** Gives a row its place in the graph. */
export function asNode<Row extends { key: string }>(type: string, row: Row): Row & { id: string; __typename: string } {
  return Object.assign(row, { id: globalId(type, row.key), __typename: type })
}
