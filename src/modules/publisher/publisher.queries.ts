import type { GraphQLResolveInfo } from 'graphql'
import type { Page, PagingArgs } from '../../graphql/connection.ts'
import type { List } from '../paging/list.ts'
import { pageRequest } from '../paging/page-request.ts'
import { readRootPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { publisherTable } from './publisher.table.ts'
import type { Publisher } from './publisher.type.ts'

const publishers: List = {
  name: 'publishers',
  node: publisherTable,
  from: 'publisher AS p',
  orders: {
    MOST_ARTICLES: {
      keys: [
        { sql: 'p.article_count', type: 'integer' },
        { sql: 'p.id', type: 'bigint' },
      ],
      isDescending: true,
    },
  },
}

/** All publishers, those with most articles first. */
export function listPublishers(context: RequestContext, args: PagingArgs, info: GraphQLResolveInfo): Promise<Page<Publisher>> {
  return readRootPage(context, publishers, pageRequest(args, info, { order: 'MOST_ARTICLES' }))
}
