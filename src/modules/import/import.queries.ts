import type { GraphQLResolveInfo } from 'graphql'
import type { Page, PagingArgs } from '../../graphql/connection.ts'
import type { List } from '../paging/list.ts'
import { pageRequest } from '../paging/page-request.ts'
import { readRootPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { statement } from '../paging/statement.ts'
import { importTable } from './import.table.ts'
import type { Import } from './import.type.ts'

const imports: List = {
  name: 'imports',
  node: importTable,
  from: 'import AS i',
  orders: { NEWEST: { keys: [{ sql: 'i.id', type: 'bigint' }], isDescending: true } },
}

/** Runs of the import, last first. */
export function listImports(context: RequestContext, args: PagingArgs, info: GraphQLResolveInfo): Promise<Page<Import>> {
  context.outcome.isFleeting = true
  return readRootPage(context, imports, pageRequest(args, info, { order: 'NEWEST' }))
}

const lastImport = statement(
  'import-last',
  'SELECT i.id AS "key" FROM import AS i WHERE i.ended_at IS NOT NULL ORDER BY i.id DESC LIMIT 1',
)

/** Key of the last run that came to its end; null before the first. */
export function findLastImportKey(context: RequestContext): Promise<string | null> {
  context.outcome.isFleeting = true
  return context.once('import-last', async () => {
    const [row] = await context.db.query<{ key: string }>(lastImport, [])
    return row?.key ?? null
  })
}
