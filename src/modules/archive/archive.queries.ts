import type { GraphQLResolveInfo } from 'graphql'
import { selectedFields } from '../../graphql/selection.ts'
import { isNamedPart } from '../organisation/organisation.table.ts'
import { keptLength } from '../paging/kept-length.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { statement } from '../paging/statement.ts'
import type { Archive } from './archive.type.ts'

/** The archive's row is one; there is none before the first import. */
const archiveColumns: Record<string, string> = {
  version: 'COALESCE((SELECT version FROM archive WHERE id = 1), 0)::text',
  changedAt: '(SELECT changed_at FROM archive WHERE id = 1 AND version > 0)',
  articleCount: '(SELECT COALESCE(sum(article_count), 0)::integer FROM publisher)',
  organisationCount: keptLength('organisation', isNamedPart),
  translatorCount: '(SELECT count(*)::integer FROM contributor WHERE translator_count > 0)',
  authorCount: '(SELECT count(*)::integer FROM contributor WHERE author_count > 0)',
  originalCount: keptLength('original'),
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
