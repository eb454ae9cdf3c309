import { decodeCursor } from '../../graphql/cursor.ts'
import type { List, Order } from './list.ts'
import type { PageRequest } from './page-request.ts'
import type { Condition, Parameters } from './statement.ts'

/** Key of the batch that reads a page. */
export const pageKey = (list: List, { paging, order, filterKey }: PageRequest, selectionKey: string): string =>
  JSON.stringify([list.name, order, paging, filterKey, selectionKey])

/** Key of the batch that counts a list. */
export const countKey = (list: List, { filterKey }: PageRequest): string => JSON.stringify([`${list.name}-count`, filterKey])

/** SQL of a page's rows with `columns` of the node; `limit` is one more than its size where it matters what follows. */
export function pageSql(
  list: List,
  request: PageRequest,
  columns: readonly string[],
  limit: number,
  parameters: Parameters,
  cast: (order: Order['keys'][number]) => string = ({ sql }) => sql,
): string {
  const { paging, selection } = request
  const order = orderOf(list, request)
  const all = [...columns]
  if (selection.hasCursor) all.push(...order.keys.map((key, index) => `${cast(key)} AS "@${index}"`))
  for (const [name, sql] of Object.entries(list.edge ?? {})) if (selection.edge.has(name)) all.push(`${sql} AS "edge.${name}"`)
  const from = fromSql(list, parameters)
  const conditions = [
    ...(list.where ?? []),
    ...placeConditions(list, request, parameters),
    ...(request.conditions ?? []).map((condition) => condition(parameters)),
  ]
  const direction = order.isDescending === paging.isBackward ? 'ASC' : 'DESC'
  const orderBy = order.keys.map(({ sql }) => `${sql} ${direction}`).join(', ')
  // The size stands in the text: the planner chooses by it, and clients use few.
  const chosen = `FROM ${from}${whereSql(conditions)} ORDER BY ${orderBy} LIMIT ${limit}`
  if (list.join === undefined) return `SELECT ${all.join(', ')} ${chosen}`
  const { alias, sql } = list.join
  return `SELECT ${all.join(', ')} FROM (SELECT ${alias}.* ${chosen}) AS ${alias} ${sql} ORDER BY ${orderBy}`
}

/** SQL of the length of a list under the request's filter. */
export async function countSql(list: List, request: PageRequest, parameters: Parameters): Promise<string> {
  const asked = await countConditions(request)
  if (list.total !== undefined && asked.length === 0) {
    return `SELECT ${list.total} AS "count"${list.parent === undefined ? '' : ` FROM ${list.parent(parameters)}`}`
  }
  const from = fromSql(list, parameters)
  const conditions = [...(list.where ?? []), ...asked.map((condition) => condition(parameters))]
  return `SELECT count(*)::integer AS "count" FROM ${from}${whereSql(conditions)}`
}

function fromSql({ parent, from }: List, parameters: Parameters): string {
  const before = parent === undefined ? '' : `${parent(parameters)} CROSS JOIN `
  return before + (typeof from === 'string' ? from : from(parameters))
}

const countConditions = async ({ conditions = [], countConditions }: PageRequest): Promise<readonly Condition[]> =>
  countConditions === undefined ? conditions : countConditions()

const whereSql = (conditions: readonly string[]): string => (conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`)

function placeConditions(list: List, request: PageRequest, parameters: Parameters): string[] {
  const order = orderOf(list, request)
  const compare = (cursor: string, argument: 'after' | 'before'): string => {
    const types = order.keys.map(({ type }) => type)
    const place = decodeCursor(cursor, orderName(list, request), types, argument)
    const operator = order.isDescending === (argument === 'after') ? '<' : '>'
    const values = place.map((value, index) => parameters.add(value, types[index]!))
    return `(${order.keys.map(({ sql }) => sql).join(', ')}) ${operator} (${values.join(', ')})`
  }
  const { after, before } = request.paging
  return [...(after === null ? [] : [compare(after, 'after')]), ...(before === null ? [] : [compare(before, 'before')])]
}

export function orderOf(list: List, request: PageRequest): Order {
  const order = list.orders[request.order]
  if (order === undefined) throw new Error(`The list ${list.name} has no order ${request.order}`)
  return order
}

/** What its cursors call the order. */
export const orderName = (list: List, request: PageRequest): string => `${list.name}:${request.order}`
