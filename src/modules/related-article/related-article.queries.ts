import type { GraphQLResolveInfo } from 'graphql'
import type { Page, PagingArgs } from '../../graphql/connection.ts'
import { articleTable } from '../article/article.table.ts'
import type { Article } from '../article/article.type.ts'
import { idsNamedWith } from '../organisation/organisation.table.ts'
import type { List } from '../paging/list.ts'
import { type PageQuestion, pageRequest } from '../paging/page-request.ts'
import { readNestedPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import type { Condition } from '../paging/statement.ts'

/** Articles that each shared organisation puts forward, newest first: what bounds the work for a body that thousands name. */
const candidatesPerOrganisation = 100
/** The rarest bodies put theirs forward until there are so many: what bounds the work for an article that names many. */
const enoughCandidates = 200
/** A body joins articles while at most this many name it, or at most half of the archive. */
const alwaysJoins = 5

const archiveSize = '(SELECT sum(article_count) FROM publisher)::float8'
const joins = `o.article_count <> 0 AND o.article_count <= greatest(${alwaysJoins}, ${archiveSize} / 2)`

/**
 * docs/related.md says this formula in words; change both together. Weights are counted in millionths. What the newest articles of a
 * body name is read with them, from one range of an index: the work does not grow with the archive. An article that several bodies put
 * forward is met, with all that it shares, in the list of each, and the sums are divided by the number of lists. Another translation of
 * the original is one list of its own.
 */
const relatedTo = `(
  WITH shared AS MATERIALIZED (
    SELECT o.id, round(1000000 * ln(1 + ${archiveSize} / o.article_count))::integer AS weight,
      COALESCE(sum(least(o.article_count, ${candidatesPerOrganisation})) OVER (
        ORDER BY o.article_count, o.id DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS candidates_before
    FROM unnest(ARRAY(SELECT organisation_id FROM article_organisation WHERE article_id = parent.key)) AS named(id)
    JOIN organisation AS o ON o.id = named.id WHERE ${joins}
  ), translation AS MATERIALIZED (
    SELECT other.id, other.published_at, other.original_id FROM article AS self JOIN article AS other ON other.original_id = self.original_id
    WHERE self.id = parent.key AND other.id <> parent.key
  ), found AS (
    SELECT newest.article_id, newest.published_at, NULL::bigint AS original_id, joined.weight, (joined.id = shared.id)::integer AS lists
    FROM shared CROSS JOIN LATERAL (
      SELECT named.article_id, named.published_at, named.named_ids FROM article_organisation AS named
      WHERE named.organisation_id = shared.id
      ORDER BY named.published_at DESC, named.article_id DESC LIMIT ${candidatesPerOrganisation}
    ) AS newest JOIN shared AS joined ON joined.id = ANY (${idsNamedWith('newest')})
    WHERE shared.candidates_before < ${enoughCandidates} AND newest.article_id <> parent.key
    UNION ALL
    SELECT id, published_at, original_id, NULL, 1 FROM translation
    UNION ALL
    SELECT named.article_id, NULL, NULL, shared.weight, 0
    FROM translation JOIN article_organisation AS named ON named.article_id = translation.id JOIN shared ON shared.id = named.organisation_id
  )
  SELECT article_id, max(published_at) AS published_at, max(original_id) AS original_id, count(weight) / sum(lists) AS shared_count,
    COALESCE(sum(weight), 0) / sum(lists)
      + CASE WHEN max(original_id) IS NULL THEN 0 ELSE round(3000000 * ln(1 + ${archiveSize}))::bigint END AS score
  FROM found GROUP BY article_id
) AS related`

/** What two articles share: looked up for the rows of a page alone. */
const sharedOrganisations = `COALESCE((
  SELECT array_agg(o.id ORDER BY o.article_count, o.id DESC)
  FROM article_organisation AS mine JOIN article_organisation AS theirs ON theirs.organisation_id = mine.organisation_id
  JOIN organisation AS o ON o.id = mine.organisation_id
  WHERE mine.article_id = parent.key AND theirs.article_id = related.article_id AND ${joins}), '{}')::text[]`

export const relatedArticles: List = {
  name: 'article-related',
  node: articleTable,
  from: relatedTo,
  join: { alias: 'related', sql: 'JOIN article AS a ON a.id = related.article_id' },
  edge: { score: 'related.score / 1000000::float8', sharedOrganisations, sharedOriginal: 'related.original_id::text' },
  orders: {
    SCORE: {
      keys: [
        { sql: 'related.score', type: 'bigint' },
        { sql: 'related.published_at', type: 'timestamptz' },
        { sql: 'related.article_id', type: 'bigint' },
      ],
      isDescending: true,
    },
  },
}

type Args = PagingArgs & { minShared: number | null }

export function relatedQuestion(args: Args): PageQuestion {
  const minShared = args.minShared ?? 1
  const sharesEnough: Condition = (parameters) =>
    `(related.shared_count >= ${parameters.add(minShared, 'integer')} OR related.original_id IS NOT NULL)`
  // All of them share one thing at least.
  return {
    order: 'SCORE',
    conditions: minShared > 1 ? [sharesEnough] : [],
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
