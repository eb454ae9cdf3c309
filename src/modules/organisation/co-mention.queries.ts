import type { GraphQLResolveInfo } from 'graphql'
import type { Page, PagingArgs } from '../../graphql/connection.ts'
import type { List } from '../paging/list.ts'
import { pageRequest } from '../paging/page-request.ts'
import { readNestedPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { organisationTable } from './organisation.table.ts'
import type { Organisation } from './organisation.type.ts'

/** docs/related.md says this formula in words; change both together. */
export const coMentions: List = {
  name: 'organisation-co-mentions',
  node: organisationTable,
  from: `(
    SELECT counted.organisation_id, counted.article_count::integer AS article_count,
      round((counted.article_count * ln(1 + (SELECT sum(article_count) FROM publisher)::float8 / other.article_count))::numeric, 6) AS score
    FROM (
      SELECT beside.organisation_id, count(*) AS article_count
      FROM article_organisation AS named JOIN article_organisation AS beside ON beside.article_id = named.article_id
      WHERE named.organisation_id = parent.key AND beside.organisation_id <> parent.key
      GROUP BY beside.organisation_id
    ) AS counted JOIN organisation AS other ON other.id = counted.organisation_id
    WHERE other.article_count > 0
  ) AS together JOIN organisation AS o ON o.id = together.organisation_id`,
  edge: { articleCount: 'together.article_count', score: 'together.score' },
  orders: {
    SCORE: {
      keys: [
        { sql: 'together.score', type: 'numeric' },
        { sql: 'together.organisation_id', type: 'bigint' },
      ],
      isDescending: true,
    },
  },
}

/** Organisations that articles name together with this one, highest score first. */
export function listCoMentions(
  context: RequestContext,
  organisationKey: string,
  args: PagingArgs,
  info: GraphQLResolveInfo,
): Promise<Page<Organisation>> {
  return readNestedPage(context, coMentions, organisationKey, pageRequest(args, info, { order: 'SCORE' }))
}
