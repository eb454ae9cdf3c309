import { type GraphQLResolveInfo, getArgumentValues, isObjectType } from 'graphql'
import type { Statement } from '../../database/database.ts'
import type { PagingArgs } from '../../graphql/connection.ts'
import { globalId } from '../../graphql/global-id.ts'
import { type ObjectSelection, objectSelection, type SelectedField } from '../../graphql/selection.ts'
import { type NodeTable, nodeColumns, type Order, type Row } from './list.ts'
import { makeNestedPage } from './make-page.ts'
import { requestOf, type SelectionInfo } from './page-request.ts'
import { pageSql } from './page-sql.ts'
import type { Relation } from './relation.ts'
import type { RequestContext } from './request-context.ts'
import type { Parameters } from './statement.ts'

/** How rows of a table are read for a selection: their columns, and what makes of a row that was read what resolvers expect. */
export interface RowPlan {
  columns: string[]
  finish: (row: Row, context: RequestContext) => void
  /** Statements with these columns, by where they read from. Their long texts are not put together in each request. */
  statements: Map<string, Statement>
}

/** A statement into which relations are drawn, and how many rows of this level it may read. */
export interface Joining {
  context: RequestContext
  info: SelectionInfo
  rows: number
}

/**
 * Rows that one relation may read in a statement. The same row is read again wherever it is met; where it is met often, a batch,
 * which reads it once, is faster.
 */
const joinedRowsAtMost = 1000
/** Rows of a plain list, as a guess. */
const plainListSize = 3

/** The joining of a request; null where each relation is read by its own statement. */
export const joiningOf = (context: RequestContext, info: SelectionInfo): Joining | null =>
  context.relations === null ? null : { context, info, rows: 1 }

/** A plan that is the same in every request, and the values that it added to its statement behind the first `offset`. */
interface KeptPlan {
  plan: RowPlan
  node: NodeTable
  rows: number
  offset: number
  added: readonly unknown[]
}

/** By selections, which last as long as their documents. */
const keptPlans = new WeakMap<ObjectSelection, KeptPlan>()

/** Plans the rows of `node`. With `joining`, their relations are columns too, as JSON, and theirs in turn. */
export function planRows(node: NodeTable, selection: ObjectSelection, joining: Joining | null, parameters: Parameters): RowPlan {
  if (joining === null) return makePlan(node, selection, null, parameters)
  const { values } = parameters
  const offset = values.length
  const kept = keptPlans.get(selection)
  if (kept !== undefined && kept.node === node && kept.rows === joining.rows && kept.offset === offset) {
    values.push(...kept.added)
    return kept.plan
  }
  const plan = makePlan(node, selection, joining, parameters)
  if (hasNoVariables(selection, joining.info))
    keptPlans.set(selection, { plan, node, rows: joining.rows, offset, added: values.slice(offset) })
  return plan
}

/** Whether no argument of the fields below is a variable. */
const hasNoVariables = ({ fields }: ObjectSelection, info: SelectionInfo): boolean =>
  fields.every(({ text, nodes }) => !text.includes('$') && hasNoVariables(selectionBelow(nodes, info), info))

const selectionBelow = (nodes: SelectedField['nodes'], { fragments }: SelectionInfo): ObjectSelection =>
  objectSelection(nodes, fragments as GraphQLResolveInfo['fragments'])

function makePlan(node: NodeTable, selection: ObjectSelection, joining: Joining | null, parameters: Parameters): RowPlan {
  const relations = joining?.context.relations?.[node.type] ?? {}
  const joined: {
    field: string
    column: string
    sql: string
    finish: (value: unknown, row: Row, context: RequestContext) => unknown
  }[] = []
  for (const field of selection.fields) {
    const relation = relations[field.name]
    const drawn = relation === undefined ? null : join(node, field, relation, joining!, parameters)
    // PostgreSQL cuts names, and arguments are long: columns are numbered.
    if (drawn !== null) joined.push({ field: field.text, column: `+${joined.length}`, ...drawn })
  }
  const fields = new Set(joined.map(({ field }) => field))
  const plain = [...selection.names].filter((name) => !fields.has(name))
  const columns = joining === null ? nodeColumns(node, plain) : nodeColumns(node, plain, jsonColumn)
  // Also where no field asks for one by its name: another may be made of it.
  const times = joining === null ? [] : (node.times ?? [])
  const hasId = selection.names.has('id')
  return {
    statements: new Map(),
    columns: [...columns, ...joined.map(({ column, sql }) => `${sql} AS "${column}"`)],
    finish(row, context) {
      if (hasId) row['id'] = globalId(node.type, row.key)
      for (const name of times) {
        const time = row[name]
        if (typeof time === 'string') row[name] = new Date(time)
      }
      for (const { field, column, finish } of joined) row[field] = finish(row[column], row, context)
    },
  }
}

/** A key has more digits than a number of JSON holds. */
export const jsonColumn = (sql: string, name: string): string => (name === 'key' || name.endsWith('Key') ? `${sql}::text` : sql)

export const jsonKey = ({ sql, type }: Order['keys'][number]): string =>
  type === 'bigint' || type === 'numeric' ? `${sql}::text` : sql

/** Not a closure of `join`: a plan that is kept must hold no request, as `finish` would with all that stands beside it. */
function below(joining: Joining, size: number): Joining | null {
  const rows = joining.rows * Math.max(1, size)
  return rows > joinedRowsAtMost ? null : { ...joining, rows }
}

/** SQL of one relation's column, and what makes the field's value of it; null where it is read by a batch of its own. */
function join(node: NodeTable, field: SelectedField, relation: Relation, joining: Joining, parameters: Parameters) {
  const { info } = joining
  const of = (key: string, sql: string) => `FROM (SELECT ${key} AS key) AS parent CROSS JOIN LATERAL (${sql}) AS "row"`
  const list = (sql: string) => `(SELECT COALESCE(json_agg("row"), '[]') ${of(node.key, sql)})`
  switch (relation.kind) {
    case 'ONE': {
      const { columns, finish } = makePlan(relation.node, selectionBelow(field.nodes, info), joining, parameters)
      const { table, alias, key, where } = relation.node
      const rest = where === undefined ? '' : ` AND ${where}`
      const text = `SELECT ${columns.join(', ')} FROM ${table} AS ${alias} WHERE ${key} = parent.key${rest}`
      return {
        sql: `(SELECT to_json("row") ${of(relation.key, text)})`,
        finish(value: unknown, _: Row, context: RequestContext) {
          if (value !== null) finish(value as Row, context)
          return value
        },
      }
    }
    case 'ROWS': {
      const inner = below(joining, plainListSize)
      if (inner === null) return null
      const { columns, finish } = makePlan(relation.node, selectionBelow(field.nodes, info), inner, parameters)
      return {
        sql: list(`SELECT ${columns.join(', ')} FROM ${relation.from} ORDER BY ${relation.orderBy}`),
        finish(value: unknown, _: Row, context: RequestContext) {
          for (const row of value as Row[]) finish(row, context)
          return relation.finish(value as Row[])
        },
      }
    }
    case 'PAGE': {
      const args = argumentsOf(node, field, info)
      const question = relation.question(args as never)
      if (question === null) return null
      const request = requestOf(args as PagingArgs, field.nodes, info, question)
      const inner = below(joining, request.paging.size)
      if (inner === null) return null
      const { columns, finish } = makePlan(relation.list.node, request.selection.node, inner, parameters)
      return {
        sql: list(pageSql(relation.list, request, columns, limitOf(request), parameters, jsonKey)),
        finish(value: unknown, row: Row, context: RequestContext) {
          for (const one of value as Row[]) finish(one, context)
          return makeNestedPage(context, relation.list, row.key, request, value as Row[])
        },
      }
    }
  }
}

/** Rows to read for a page: one more tells whether others follow. */
export const limitOf = ({ paging, asksForMore }: { paging: { size: number }; asksForMore: boolean }): number =>
  paging.size + (asksForMore ? 1 : 0)

function argumentsOf({ type }: NodeTable, { name, nodes }: SelectedField, { schema, variableValues }: SelectionInfo) {
  const parent = schema.getType(type)
  const field = isObjectType(parent) ? parent.getFields()[name] : undefined
  return field === undefined ? {} : getArgumentValues(field, nodes[0]!, variableValues)
}
