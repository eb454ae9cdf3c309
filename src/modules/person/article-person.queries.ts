import type { GraphQLResolveInfo } from 'graphql'
import type { Page, PagingArgs } from '../../graphql/connection.ts'
import type { List } from '../paging/list.ts'
import { pageRequest } from '../paging/page-request.ts'
import { readNestedPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { personTable } from './person.table.ts'
import type { Person } from './person.type.ts'

export const peopleOfArticle: List = {
  name: 'article-people',
  node: personTable,
  from: `(
    SELECT m.person_id, count(*) AS mention_count FROM mention AS m
    WHERE m.article_id = parent.key AND m.person_id IS NOT NULL GROUP BY m.person_id
  ) AS named JOIN person AS h ON h.id = named.person_id`,
  edge: { mentionCount: 'named.mention_count::integer' },
  orders: {
    MOST_NAMED: {
      keys: [
        { sql: 'named.mention_count', type: 'bigint' },
        { sql: 'h.id', type: 'bigint' },
      ],
      isDescending: true,
    },
  },
}

/** People that an article names, most often named first. */
export function listPeopleOfArticle(
  context: RequestContext,
  articleKey: string,
  args: PagingArgs,
  info: GraphQLResolveInfo,
): Promise<Page<Person>> {
  return readNestedPage(context, peopleOfArticle, articleKey, pageRequest(args, info, { order: 'MOST_NAMED' }))
}
