import type { GraphQLResolveInfo } from 'graphql'
import type { Page, PagingArgs } from '../../graphql/connection.ts'
import { selectedFields } from '../../graphql/selection.ts'
import type { List } from '../paging/list.ts'
import { pageRequest, readNestedPage, readRootPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { type Condition, statement } from '../paging/statement.ts'
import { importTable, problemTable } from './archive.table.ts'
import type { Archive, Import, Problem, Severity } from './archive.type.ts'

/** The archive's row is one; there is none before the first import. */
const archiveColumns: Record<string, string> = {
  version: 'COALESCE((SELECT version FROM archive WHERE id = 1), 0)::text',
  changedAt: '(SELECT changed_at FROM archive WHERE id = 1 AND version > 0)',
  articleCount: '(SELECT COALESCE(sum(article_count), 0)::integer FROM publisher)',
  organisationCount: '(SELECT count(*)::integer FROM organisation WHERE article_count > 0 AND merged_into_id IS NULL)',
  translatorCount: '(SELECT count(*)::integer FROM contributor WHERE translator_count > 0)',
  authorCount: '(SELECT count(*)::integer FROM contributor WHERE author_count > 0)',
  originalCount: '(SELECT count(*)::integer FROM original)',
  publisherCount: '(SELECT count(*)::integer FROM publisher)',
}

/** What a request asks of the archive, in one statement. */
export async function getArchive(context: RequestContext, info: GraphQLResolveInfo): Promise<Archive> {
  const asked = selectedFields(info)
  const columns = Object.entries(archiveColumns).filter(([name]) => asked.has(name))
  if (columns.length === 0) return {} as Archive
  const text = `SELECT ${columns.map(([name, sql]) => `${sql} AS "${name}"`).join(', ')}`
  return context.once(text, async () => (await context.db.query<Archive>(statement('archive', text), []))[0]!)
}

const imports: List = {
  name: 'imports',
  node: importTable,
  from: 'import AS i',
  orders: { NEWEST: { keys: [{ sql: 'i.id', type: 'bigint' }], isDescending: true } },
}

/** Runs of the import, last first. */
export function listImports(context: RequestContext, args: PagingArgs, info: GraphQLResolveInfo): Promise<Page<Import>> {
  return readRootPage(context, imports, pageRequest(args, info, { order: 'NEWEST' }))
}

const lastImport = statement(
  'import-last',
  'SELECT i.id AS "key" FROM import AS i WHERE i.ended_at IS NOT NULL ORDER BY i.id DESC LIMIT 1',
)

/** Key of the last run that came to its end; null before the first. */
export function findLastImportKey(context: RequestContext): Promise<string | null> {
  return context.once('import-last', async () => {
    const [row] = await context.db.query<{ key: string }>(lastImport, [])
    return row?.key ?? null
  })
}

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
  return pageRequest(args, info, { order: 'NEWEST', conditions, filterKey: severity ?? '' })
}

/** Every recorded problem, those of the last import first. */
export function listProblems(context: RequestContext, args: ProblemsArgs, info: GraphQLResolveInfo): Promise<Page<Problem>> {
  return readRootPage(context, problems, problemsRequest(args, info))
}

export function listProblemsOfImport(
  context: RequestContext,
  importKey: string,
  args: ProblemsArgs,
  info: GraphQLResolveInfo,
): Promise<Page<Problem>> {
  return readNestedPage(context, problemsOfImport, importKey, problemsRequest(args, info))
}
