import type { RowOfKey } from '../../database/database.ts'
import type { Page } from '../../graphql/connection.ts'
import type { List, Row } from './list.ts'
import { makeNestedPage, makeRootPage } from './make-page.ts'
import type { PageRequest } from './page-request.ts'
import { pageKey, pageSql } from './page-sql.ts'
import { joiningOf, jsonKey, limitOf, planRows, type RowPlan } from './plan-rows.ts'
import type { RequestContext } from './request-context.ts'
import { keysSql, Parameters, statement } from './statement.ts'

/** A page of a list that stands at the root. */
export function readRootPage<Node>(context: RequestContext, list: List, request: PageRequest): Promise<Page<Node>> {
  return context.once(keyOf(context, list, request), async () => {
    const parameters = new Parameters()
    const { text, plan, isJson } = pageStatement(context, list, request, parameters)
    const read = await context.db.query<Row & { rows: Row[] }>(statement(list.name, text), parameters.values)
    const rows = isJson ? read[0]!.rows : read
    for (const row of rows) plan.finish(row, context)
    return makeRootPage<Node>(context, list, request, rows)
  })
}

/** A page of the list that belongs to `parentKey`. Pages of many parents with one request are read by one statement. */
export function readNestedPage<Node>(
  context: RequestContext,
  list: List,
  parentKey: string,
  request: PageRequest,
): Promise<Page<Node>> {
  const pages = context.loader(keyOf(context, list, request), async (parentKeys) => {
    const parameters = new Parameters()
    const parents = keysSql(parentKeys, 'bigint', 'parent', parameters)
    const { text, plan, isJson } = pageStatement(context, list, request, parameters)
    const nested = statement(list.name, `SELECT parent.nth, page.* FROM ${parents} CROSS JOIN LATERAL (${text}) AS page`)
    const pageRows = parentKeys.map((): Row[] => [])
    for (const row of await context.db.query<Row & RowOfKey & { rows: Row[] }>(nested, parameters.values))
      pageRows[row.nth - 1]!.push(...(isJson ? row.rows : [row]))
    return parentKeys.map((key, index) => {
      const rows = pageRows[index]!
      for (const row of rows) plan.finish(row, context)
      return makeNestedPage<Node>(context, list, key, request, rows)
    })
  })
  return pages.load(parentKey)
}

const keyOf = ({ relations }: RequestContext, list: List, request: PageRequest): string =>
  pageKey(list, request, relations === null ? request.selection.key : request.selection.wholeKey)

/** SQL of a page: its rows, or where relations are drawn into it, one row with all of them as JSON. */
function pageStatement(
  context: RequestContext,
  list: List,
  request: PageRequest,
  parameters: Parameters,
): { text: string; plan: RowPlan; isJson: boolean } {
  const joining = joiningOf(context, request.info)
  if (joining === null) {
    const plan = planRows(list.node, request.selection.node, null, parameters)
    return { text: pageSql(list, request, plan.columns, request.paging.size + 1, parameters), plan, isJson: false }
  }
  const level = { ...joining, rows: Math.max(1, request.paging.size) }
  const plan = planRows(list.node, request.selection.node, level, parameters)
  const rows = pageSql(list, request, plan.columns, limitOf(request), parameters, jsonKey)
  return { text: `SELECT COALESCE(json_agg("row"), '[]') AS "rows" FROM (${rows}) AS "row"`, plan, isJson: true }
}
