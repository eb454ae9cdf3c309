import type { GraphQLResolveInfo } from 'graphql'
import { type EdgeOf, Page, type Paging, type PagingArgs, readPaging } from '../../graphql/connection.ts'
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts'
import { globalId } from '../../graphql/global-id.ts'
import { type ConnectionSelection, connectionSelection } from '../../graphql/selection.ts'
import { type List, nodeColumns, type Order } from './list.ts'
import type { RequestContext } from './request-context.ts'
import { type Condition, Parameters, statement } from './statement.ts'

export interface PageRequest {
  paging: Paging
  selection: ConnectionSelection
  /** One of the list's orders. */
  order: string
  /** Of a filter; the same for every parent. */
  conditions?: readonly Condition[]
  /** The same conditions in the form that counts fastest, where that is another one. */
  countConditions?: () => Promise<readonly Condition[]>
  /** SQL of how many rows of a list at the root the conditions hold for, where that is kept. */
  total?: Condition | null
  /** The arguments behind `conditions` and `from`, as text: the same text, the same rows. */
  filterKey?: string
}

/** The request for a page that a field's arguments and selection make; throws for wrong paging arguments. */
export function pageRequest(
  args: PagingArgs,
  info: GraphQLResolveInfo,
  rest: Pick<PageRequest, 'order' | 'conditions' | 'countConditions' | 'total' | 'filterKey'>,
): PageRequest {
  return { paging: readPaging(args), selection: connectionSelection(info), ...rest }
}

type Row = { key: string; parent?: string } & Record<string, unknown>

/** A page of a list that stands at the root. */
export function readRootPage<Node>(context: RequestContext, list: List, request: PageRequest): Promise<Page<Node>> {
  return context.once(pageKey(list, request), async () => {
    const parameters = new Parameters()
    const text = pageSql(list, request, parameters)
    const rows = await context.db.query<Row>(statement(list.name, text), parameters.values)
    const count = () =>
      context.once(countKey(list, request), async () => {
        const values = new Parameters()
        const text =
          request.total == null
            ? countSql(list, await countConditions(request), values)
            : `SELECT ${request.total(values)} AS "count"`
        const counting = statement(`${list.name}-count`, text)
        const [counted] = await context.db.query<{ count: number }>(counting, values.values)
        return counted!.count
      })
    return toPage<Node>(list, request, rows, count)
  })
}

/** A page of the list that belongs to `parentKey`. Pages of many parents with one request are read by one statement. */
export function readNestedPage<Node>(
  context: RequestContext,
  list: List,
  parentKey: string,
  request: PageRequest,
): Promise<Page<Node>> {
  const pages = context.loader(pageKey(list, request), async (parentKeys) => {
    const parameters = new Parameters()
    const parents = `unnest(${parameters.add(parentKeys, 'bigint[]')}) AS parent(key)`
    const text = `SELECT parent.key AS "parent", page.* FROM ${parents} CROSS JOIN LATERAL (${pageSql(list, request, parameters)}) AS page`
    const rows = await context.db.query<Row>(statement(list.name, text), parameters.values)
    const byParent = new Map<string, Row[]>(parentKeys.map((key) => [key, []]))
    for (const row of rows) byParent.get(row.parent!)!.push(row)
    return parentKeys.map((key) =>
      toPage<Node>(list, request, byParent.get(key)!, () => readNestedCount(context, list, key, request)),
    )
  })
  return pages.load(parentKey)
}

function readNestedCount(context: RequestContext, list: List, parentKey: string, request: PageRequest): Promise<number> {
  const counts = context.loader(countKey(list, request), async (parentKeys) => {
    const parameters = new Parameters()
    const parents = `unnest(${parameters.add(parentKeys, 'bigint[]')}) AS parent(key)`
    const counted = countSql(list, await countConditions(request), parameters)
    const text = `SELECT parent.key AS "parent", list.count FROM ${parents} CROSS JOIN LATERAL (${counted}) AS list`
    const counting = statement(`${list.name}-count`, text)
    const rows = await context.db.query<{ parent: string; count: number }>(counting, parameters.values)
    const byParent = new Map(rows.map((row) => [row.parent, row.count]))
    return parentKeys.map((key) => byParent.get(key) ?? 0)
  })
  return counts.load(parentKey)
}

function pageKey(list: List, { paging, selection, order, filterKey }: PageRequest): string {
  return JSON.stringify([list.name, order, paging, filterKey, selection.key])
}

function countKey(list: List, { filterKey }: PageRequest): string {
  return JSON.stringify([`${list.name}-count`, filterKey])
}

function pageSql(list: List, request: PageRequest, parameters: Parameters): string {
  const { paging, selection } = request
  const order = orderOf(list, request)
  const columns = nodeColumns(list.node, selection.node)
  if (selection.hasCursor) columns.push(...order.keys.map(({ sql }, index) => `${sql} AS "@${index}"`))
  for (const [name, sql] of Object.entries(list.edge ?? {}))
    if (selection.edge.has(name)) columns.push(`${sql} AS "edge.${name}"`)
  const from = fromSql(list, parameters)
  const conditions = [
    ...(list.where ?? []),
    ...placeConditions(list, request, parameters),
    ...(request.conditions ?? []).map((condition) => condition(parameters)),
  ]
  const direction = order.isDescending === paging.isBackward ? 'ASC' : 'DESC'
  const orderBy = order.keys.map(({ sql }) => `${sql} ${direction}`).join(', ')
  // The size stands in the text: the planner chooses by it, and clients use few.
  return `SELECT ${columns.join(', ')} FROM ${from}${whereSql(conditions)} ORDER BY ${orderBy} LIMIT ${paging.size + 1}`
}

const countConditions = async ({ conditions = [], countConditions }: PageRequest): Promise<readonly Condition[]> =>
  countConditions === undefined ? conditions : countConditions()

function countSql(list: List, asked: readonly Condition[], parameters: Parameters): string {
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

function orderOf(list: List, request: PageRequest): Order {
  const order = list.orders[request.order]
  if (order === undefined) throw new Error(`The list ${list.name} has no order ${request.order}`)
  return order
}

const orderName = (list: List, request: PageRequest): string => `${list.name}:${request.order}`

class Edge implements EdgeOf<Row> {
  readonly node: Row
  private readonly order: string
  private readonly keyCount: number

  constructor(node: Row, order: string, keyCount: number) {
    this.node = node
    this.order = order
    this.keyCount = keyCount
  }

  get cursor(): string {
    return encodeCursor(
      this.order,
      Array.from({ length: this.keyCount }, (_, index) => this.node[`@${index}`]),
    )
  }
}

function toPage<Node>(list: List, request: PageRequest, rows: Row[], count: () => Promise<number>): Page<Node> {
  const { paging, selection } = request
  const hasMore = rows.length > paging.size
  const kept = hasMore ? rows.slice(0, paging.size) : rows
  if (paging.isBackward) kept.reverse()
  const edgeNames = Object.keys(list.edge ?? {}).filter((name) => selection.edge.has(name))
  const keyCount = orderOf(list, request).keys.length
  const edges = kept.map((row) => {
    if (selection.node.has('id')) row['id'] = globalId(list.node.type, row.key)
    const edge = new Edge(row, orderName(list, request), keyCount)
    for (const name of edgeNames) (edge as unknown as Record<string, unknown>)[name] = row[`edge.${name}`]
    return edge
  })
  // A cursor was given by a row that stood on its other side.
  const hasNextPage = paging.isBackward ? paging.before !== null : hasMore
  const hasPreviousPage = paging.isBackward ? hasMore : paging.after !== null
  return new Page(edges as unknown as EdgeOf<Node>[], { hasNextPage, hasPreviousPage }, count)
}
