import type { GraphQLResolveInfo } from 'graphql'
import type { Page, PagingArgs } from '../../graphql/connection.ts'
import { keptLength } from '../paging/kept-length.ts'
import type { List } from '../paging/list.ts'
import { pageRequest } from '../paging/page-request.ts'
import { readNestedPage, readRootPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import type { Condition } from '../paging/statement.ts'
import { problemTable } from './import.table.ts'
import type { Problem, Severity } from './problem.type.ts'

const problemOrder = {
  NEWEST: {
    keys: [
      { sql: 'q.import_id', type: 'bigint' },
      { sql: 'q.id', type: 'bigint' },
    ],
    isDescending: true,
  },
} as const

const problems: List = { name: 'problems', node: problemTable, from: 'problem AS q', orders: problemOrder }
const problemsOfImport: List = { ...problems, name: 'import-problems', where: ['q.import_id = parent.key'] }

export type ProblemsArgs = PagingArgs & { severity?: Severity | null }

function problemsRequest(args: ProblemsArgs, info: GraphQLResolveInfo) {
  const { severity } = args
  const conditions: Condition[] = severity == null ? [] : [(parameters) => `q.severity = ${parameters.add(severity, 'severity')}`]
  const total: Condition = (parameters) =>
    keptLength('problem', severity == null ? undefined : `kept.part = ${parameters.add(severity, 'text')}`)
  return { ...pageRequest(args, info, { order: 'NEWEST', conditions, filterKey: severity ?? '' }), total }
}

/** Every recorded problem, those of the last import first. */
export function listProblems(context: RequestContext, args: ProblemsArgs, info: GraphQLResolveInfo): Promise<Page<Problem>> {
  context.outcome.isFleeting = true
  return readRootPage(context, problems, problemsRequest(args, info))
}

export function listProblemsOfImport(
  context: RequestContext,
  importKey: string,
  args: ProblemsArgs,
  info: GraphQLResolveInfo,
): Promise<Page<Problem>> {
  context.outcome.isFleeting = true
  return readNestedPage(context, problemsOfImport, importKey, problemsRequest(args, info))
}
