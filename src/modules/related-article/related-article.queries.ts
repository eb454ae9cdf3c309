import type { GraphQLResolveInfo } from 'graphql'
import type { Page, PagingArgs } from '../../graphql/connection.ts'
import { articleTable } from '../article/article.table.ts'
import type { Article } from '../article/article.type.ts'
import type { List } from '../paging/list.ts'
import { type PageQuestion, pageRequest } from '../paging/page-request.ts'
import { readNestedPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'

/** Articles that each shared organisation puts forward, newest first: what bounds the work for a body that thousands name. */
const candidatesPerOrganisation = 200
/** A body joins articles while at most this many name it, or at most half of the archive. */
const alwaysJoins = 5

const archiveSize = '(SELECT sum(article_count) FROM publisher)::float8'

/**
 * docs/related.md says this formula in words; change both together. What a candidate shares is looked up candidate by candidate,
 * so that the work does not grow with the number of articles that name a body.
 */
const relatedTo = `(
  WITH shared AS MATERIALIZED (
    SELECT named.organisation_id, round(ln(1 + ${archiveSize} / o.article_count)::numeric, 6) AS weight
    FROM article_organisation AS named JOIN organisation AS o ON o.id = named.organisation_id
    WHERE named.article_id = parent.key AND o.article_count > 0 AND o.article_count <= greatest(${alwaysJoins}, ${archiveSize} / 2)
  ), candidate AS (
    SELECT newest.article_id FROM shared CROSS JOIN LATERAL (
      SELECT named.article_id FROM article_organisation AS named
      WHERE named.organisation_id = shared.organisation_id
      ORDER BY named.published_at DESC, named.article_id DESC LIMIT ${candidatesPerOrganisation}
    ) AS newest
    UNION
    SELECT other.id FROM article AS self JOIN article AS other ON other.original_id = self.original_id WHERE self.id = parent.key
  )
  SELECT candidate.article_id, joined.weight, joined.shared_count, joined.organisations,
    (SELECT self.original_id FROM article AS self WHERE self.id = parent.key) AS original_id
  FROM candidate CROSS JOIN LATERAL (
    SELECT COALESCE(sum(shared.weight), 0) AS weight, count(*) AS shared_count,
      COALESCE(array_agg(shared.organisation_id ORDER BY shared.weight DESC, shared.organisation_id DESC), '{}') AS organisations
    FROM article_organisation AS named JOIN shared ON shared.organisation_id = named.organisation_id
    WHERE named.article_id = candidate.article_id
  ) AS joined
  WHERE candidate.article_id <> parent.key
) AS related JOIN article AS a ON a.id = related.article_id`

const isSameOriginal = 'a.original_id = related.original_id'
const score = `(related.weight + CASE WHEN ${isSameOriginal} THEN round(3 * ln(1 + ${archiveSize})::numeric, 6) ELSE 0 END)`

export const relatedArticles: List = {
  name: 'article-related',
  node: articleTable,
  from: relatedTo,
  edge: {
    score,
    sharedOrganisations: 'related.organisations::text[]',
    sharedOriginal: `CASE WHEN ${isSameOriginal} THEN a.original_id END::text`,
  },
  orders: {
    SCORE: {
      keys: [
        { sql: score, type: 'numeric' },
        { sql: 'a.published_at', type: 'timestamptz' },
        { sql: 'a.id', type: 'bigint' },
      ],
      isDescending: true,
    },
  },
}

type Args = PagingArgs & { minShared: number | null }

export function relatedQuestion(args: Args): PageQuestion {
  const minShared = args.minShared ?? 1
  return {
    order: 'SCORE',
    conditions: [(parameters) => `(related.shared_count >= ${parameters.add(minShared, 'integer')} OR ${isSameOriginal})`],
    filterKey: String(minShared),
  }
}

/** Articles that share organisations, at least `minShared` of them, or the original; highest score first. */
export function listRelatedArticles(
  context: RequestContext,
  articleKey: string,
  args: Args,
  info: GraphQLResolveInfo,
): Promise<Page<Article>> {
  return readNestedPage(context, relatedArticles, articleKey, pageRequest(args, info, relatedQuestion(args)))
}
