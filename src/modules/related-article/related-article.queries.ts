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

const archiveSize = 'SELECT sum(article_count)::float8 AS size FROM publisher'
const joinsIn = (size: string) => `o.article_count <> 0 AND o.article_count <= greatest(${alwaysJoins}, ${size} / 2)`
const namedBy = (article: string) => `ARRAY(SELECT organisation_id FROM article_organisation WHERE article_id = ${article})`

/** Weights of the bodies of which not all articles are looked at, as far as a list of keys names them. */
const looselyShared = (ids: string): string =>
  `(SELECT COALESCE(sum(weight), 0)::integer FROM shared AS one WHERE NOT is_whole AND id = ANY (${ids}))`

/** So many of them are weighed in one expression, without a subquery for each article. */
const places = [1, 2, 3, 4, 5, 6, 7, 8]
const weighed = places.reduceRight(
  (others, place) => `CASE WHEN loose.id${place} IS NULL THEN 0
      ELSE CASE WHEN loose.id${place} = ANY (newest.named_ids) THEN loose.weight${place} ELSE 0 END + ${others} END`,
  '0',
)

/**
 * docs/related.md says this formula in words; change both together. Weights are counted in millionths. What the newest articles of a
 * body name is read with them, from one range of an index: the work does not grow with the archive. Where all articles of a body are
 * looked at (`is_whole`), those that name it are the ones in its list, and each list adds its weight; an article that several bodies
 * put forward is met in each. The other bodies are looked for in what each article names.
 */
const relatedTo = `(
  WITH archive AS MATERIALIZED (${archiveSize}), ranked AS (
    SELECT o.id, o.article_count, archive.size, COALESCE(sum(least(o.article_count, ${candidatesPerOrganisation})) OVER (
      ORDER BY o.article_count, o.id DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS candidates_before
    FROM archive, unnest(${namedBy('parent.key')}) AS named(id) JOIN organisation AS o ON o.id = named.id
    WHERE ${joinsIn('archive.size')}
  ), shared AS MATERIALIZED (
    SELECT id, round(1000000 * ln(1 + size / article_count))::integer AS weight, candidates_before < ${enoughCandidates} AS is_asked,
      candidates_before < ${enoughCandidates} AND article_count <= ${candidatesPerOrganisation} AS is_whole
    FROM ranked
  ), loose AS MATERIALIZED (
    SELECT count <= ${places.length} AS has_places, ${places.map((place) => `ids[${place}] AS id${place}, weights[${place}] AS weight${place}`).join(', ')}
    FROM (SELECT count(*), array_agg(id) AS ids, array_agg(weight) AS weights FROM shared WHERE NOT is_whole) AS listed
  ), found AS (
    SELECT newest.article_id, newest.published_at, NULL::bigint AS original_id, CASE WHEN shared.is_whole THEN shared.weight ELSE 0 END AS weight,
      CASE WHEN loose.has_places AND newest.named_ids IS NOT NULL THEN ${weighed}
        ELSE ${looselyShared(idsNamedWith('newest'))} END AS weight_beside
    FROM loose, shared CROSS JOIN LATERAL (
      SELECT named.article_id, named.published_at, named.named_ids FROM article_organisation AS named
      WHERE named.organisation_id = shared.id
      ORDER BY named.published_at DESC, named.article_id DESC LIMIT ${candidatesPerOrganisation}
    ) AS newest
    WHERE shared.is_asked AND newest.article_id <> parent.key
    UNION ALL
    SELECT other.id, other.published_at, other.original_id, 0,
      round(3000000 * ln(1 + archive.size))::integer + ${looselyShared(namedBy('other.id'))}
    FROM archive, article AS self JOIN article AS other ON other.original_id = self.original_id
    WHERE self.id = parent.key AND other.id <> parent.key
  )
  SELECT article_id, max(published_at) AS published_at, max(original_id) AS original_id, sum(weight) + max(weight_beside) AS score
  FROM found GROUP BY article_id
) AS related`

/** What two articles share: looked up for the rows of a page alone. */
const sharedOrganisations = `COALESCE((
  SELECT array_agg(o.id ORDER BY o.article_count, o.id DESC)
  FROM article_organisation AS mine JOIN article_organisation AS theirs ON theirs.organisation_id = mine.organisation_id
  JOIN organisation AS o ON o.id = mine.organisation_id
  WHERE mine.article_id = parent.key AND theirs.article_id = related.article_id AND ${joinsIn(`(${archiveSize})`)}), '{}')::text[]`

/** Looked up for all of a list, where it is asked for: `minShared`. */
const sharedCount = `(
  SELECT count(*) FROM article_organisation AS theirs WHERE theirs.article_id = related.article_id AND theirs.organisation_id = ANY (ARRAY(
    SELECT o.id FROM article_organisation AS mine JOIN organisation AS o ON o.id = mine.organisation_id
    WHERE mine.article_id = parent.key AND ${joinsIn(`(${archiveSize})`)})))`

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
    `(related.original_id IS NOT NULL OR ${sharedCount} >= ${parameters.add(minShared, 'integer')})`
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
