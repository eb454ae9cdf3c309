import type { GraphQLResolveInfo } from 'graphql'
import type { Page } from '../../graphql/connection.ts'
import { organisationTable } from '../organisation/organisation.table.ts'
import type { List } from '../paging/list.ts'
import { pageRequest } from '../paging/page-request.ts'
import { keysOfReferences } from '../paging/read-nodes.ts'
import { readNestedPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import type { Condition } from '../paging/statement.ts'
import type { MentionsArgs } from './mention.args.ts'
import { mentionTable } from './mention.table.ts'
import type { Mention } from './mention.type.ts'

const mentionsOfArticle: List = {
  name: 'article-mentions',
  node: mentionTable,
  from: 'mention AS m',
  where: ['m.article_id = parent.key'],
  orders: {
    READING: {
      keys: [
        { sql: 'm.field', type: 'mention_field' },
        { sql: 'm.paragraph', type: 'integer' },
        { sql: 'm.start', type: 'integer' },
      ],
      isDescending: false,
    },
  },
}

/** Mentions in an article, in the order of reading. */
export async function listMentionsOfArticle(
  context: RequestContext,
  articleKey: string,
  args: MentionsArgs,
  info: GraphQLResolveInfo,
): Promise<Page<Mention>> {
  const { organisation, kind, judgement } = args
  const conditions: Condition[] = []
  if (organisation != null) {
    const [key] = await keysOfReferences(context, organisationTable, [organisation])
    conditions.push((parameters) => `m.organisation_id = ${parameters.add(key, 'bigint')}`)
  }
  if (kind != null) conditions.push((parameters) => `m.kind = ${parameters.add(kind, 'mention_kind')}`)
  if (judgement != null) conditions.push((parameters) => `m.judgement = ${parameters.add(judgement, 'judgement')}`)
  const filterKey = JSON.stringify([organisation, kind, judgement])
  return readNestedPage(
    context,
    mentionsOfArticle,
    articleKey,
    pageRequest(args, info, { order: 'READING', conditions, filterKey }),
  )
}
