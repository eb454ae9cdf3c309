import type { RowOfKey } from '../../database/database.ts'
import { type EdgeOf, Page } from '../../graphql/connection.ts'
import { encodeCursor, type KeyType } from '../../graphql/cursor.ts'
import type { List, Row } from './list.ts'
import type { PageRequest } from './page-request.ts'
import { countKey, countSql, orderName, orderOf } from './page-sql.ts'
import type { RequestContext } from './request-context.ts'
import { keysSql, Parameters, statement } from './statement.ts'

/** A page of a list that stands at the root, of rows as they were read. */
export function makeRootPage<Node>(context: RequestContext, list: List, request: PageRequest, rows: Row[]): Page<Node> {
  return makePage<Node>(list, request, rows, () =>
    context.once(countKey(list, request), async () => {
      const parameters = new Parameters()
      const text =
        request.total == null ? await countSql(list, request, parameters) : `SELECT ${request.total(parameters)} AS "count"`
      const counting = statement(`${list.name}-count`, text)
      const [counted] = await context.db.query<{ count: number }>(counting, parameters.values)
      return counted!.count
    }),
  )
}

/** A page of the list that belongs to `parentKey`. Lists of many parents are counted by one statement. */
export function makeNestedPage<Node>(
  context: RequestContext,
  list: List,
  parentKey: string,
  request: PageRequest,
  rows: Row[],
): Page<Node> {
  return makePage<Node>(list, request, rows, () => {
    const counts = context.loader(countKey(list, request), async (parentKeys) => {
      const parameters = new Parameters()
      const parents = keysSql(parentKeys, 'bigint', 'parent', parameters)
      const counted = await countSql(list, request, parameters)
      const text = `SELECT parent.nth, list.count FROM ${parents} CROSS JOIN LATERAL (${counted}) AS list`
      const counting = statement(`${list.name}-count`, text)
      const sizes = parentKeys.map(() => 0)
      for (const { nth, count } of await context.db.query<RowOfKey & { count: number }>(counting, parameters.values))
        sizes[nth - 1] = count
      return sizes
    })
    return counts.load(parentKey)
  })
}

class Edge implements EdgeOf<Row> {
  readonly node: Row
  private readonly order: string
  private readonly keyTypes: readonly KeyType[]

  constructor(node: Row, order: string, keyTypes: readonly KeyType[]) {
    this.node = node
    this.order = order
    this.keyTypes = keyTypes
  }

  get cursor(): string {
    return encodeCursor(
      this.order,
      this.keyTypes.map((type, index) => {
        const key = this.node[`@${index}`]
        // In JSON a time is text.
        return type === 'timestamptz' ? new Date(key as string | Date) : key
      }),
    )
  }
}

function makePage<Node>(list: List, request: PageRequest, rows: Row[], count: () => Promise<number>): Page<Node> {
  const { paging, selection } = request
  const hasMore = rows.length > paging.size
  const kept = hasMore ? rows.slice(0, paging.size) : rows
  if (paging.isBackward) kept.reverse()
  const edgeNames = Object.keys(list.edge ?? {}).filter((name) => selection.edge.has(name))
  const keyTypes = orderOf(list, request).keys.map(({ type }) => type)
  const edges = kept.map((row) => {
    const edge = new Edge(row, orderName(list, request), keyTypes)
    for (const name of edgeNames) (edge as unknown as Record<string, unknown>)[name] = row[`edge.${name}`]
    return edge
  })
  // A cursor was given by a row that stood on its other side.
  const hasNextPage = paging.isBackward ? paging.before !== null : hasMore
  const hasPreviousPage = paging.isBackward ? hasMore : paging.after !== null
  return new Page(edges as unknown as EdgeOf<Node>[], { hasNextPage, hasPreviousPage }, count)
}
