import type { GraphQLResolveInfo } from 'graphql'
import type { Page, PagingArgs } from '../../graphql/connection.ts'
import type { List } from '../paging/list.ts'
import { pageRequest } from '../paging/page-request.ts'
import { readNestedPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { idsNamedWith, organisationTable } from './organisation.table.ts'
import type { Organisation } from './organisation.type.ts'

/** Articles of a body that are looked at, newest first: what bounds the work for one that thousands name. */
const articlesPerOrganisation = 1000

/** docs/related.md says this formula in words; change both together. Scores are counted in millionths. */
export const coMentions: List = {
  name: 'organisation-co-mentions',
  node: organisationTable,
  from: `(
    SELECT counted.organisation_id, counted.article_count,
      round(1000000 * counted.article_count * ln(1 + (SELECT sum(article_count) FROM publisher)::float8 / other.article_count))::bigint AS score
    FROM (
      SELECT beside.organisation_id, count(*)::integer AS article_count
      FROM (
        SELECT unnest(${idsNamedWith('newest')}) AS organisation_id FROM (
          SELECT named.article_id, named.named_ids FROM article_organisation AS named WHERE named.organisation_id = parent.key
          ORDER BY named.published_at DESC, named.article_id DESC LIMIT ${articlesPerOrganisation}
        ) AS newest
      ) AS beside
      WHERE beside.organisation_id <> parent.key
      GROUP BY beside.organisation_id OFFSET 0
    ) AS counted CROSS JOIN LATERAL (
      SELECT o.article_count FROM organisation AS o WHERE o.id = counted.organisation_id AND o.article_count > 0 OFFSET 0
    ) AS other
  ) AS together`,
  join: { alias: 'together', sql: 'JOIN organisation AS o ON o.id = together.organisation_id' },
  edge: { articleCount: 'together.article_count', score: 'together.score / 1000000::float8' },
  orders: {
    SCORE: {
      keys: [
        { sql: 'together.score', type: 'bigint' },
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
