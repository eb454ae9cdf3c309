-- What docs/related.md says, for peers that have no such list of their own: the articles that share organisations or the original, best
-- first. The same plan as src/modules/related-article, so that no peer is slower for its SQL.
CREATE SCHEMA IF NOT EXISTS bench;
CREATE OR REPLACE FUNCTION bench.related_articles(slug text) RETURNS SETOF article LANGUAGE sql STABLE AS $$
  WITH self AS MATERIALIZED (SELECT id, original_id FROM article WHERE article.slug = $1),
  archive AS MATERIALIZED (SELECT sum(article_count)::float8 AS size FROM publisher),
  shared AS MATERIALIZED (
    SELECT o.id, round(1000000 * ln(1 + archive.size / o.article_count))::integer AS weight,
      COALESCE(sum(least(o.article_count, 100)) OVER (ORDER BY o.article_count, o.id DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
    FROM unnest(ARRAY(SELECT organisation_id FROM article_organisation WHERE article_id = (SELECT id FROM self))) AS named(id)
    JOIN organisation AS o ON o.id = named.id, archive
    WHERE o.article_count <> 0 AND o.article_count <= greatest(5, archive.size / 2)
  ), translation AS MATERIALIZED (
    SELECT other.id, other.published_at, other.original_id FROM self JOIN article AS other ON other.original_id = self.original_id AND other.id <> self.id
  ), found AS (
    SELECT newest.article_id, newest.published_at, NULL::bigint AS original_id, joined.weight, (joined.id = shared.id)::integer AS lists
    FROM shared CROSS JOIN LATERAL (
      SELECT named.article_id, named.published_at, named.named_ids FROM article_organisation AS named WHERE named.organisation_id = shared.id
      ORDER BY named.published_at DESC, named.article_id DESC LIMIT 100) AS newest
    JOIN shared AS joined ON joined.id = ANY (COALESCE(newest.named_ids, ARRAY(
      SELECT beside.organisation_id FROM article_organisation AS beside WHERE beside.article_id = newest.article_id)))
    WHERE shared.before < 200 AND newest.article_id <> (SELECT id FROM self)
    UNION ALL SELECT id, published_at, original_id, NULL, 1 FROM translation
    UNION ALL SELECT named.article_id, NULL, NULL, shared.weight, 0
    FROM translation JOIN article_organisation AS named ON named.article_id = translation.id JOIN shared ON shared.id = named.organisation_id
  ), weighed AS (
    SELECT article_id, max(published_at) AS published_at, COALESCE(sum(weight), 0) / sum(lists) +
      CASE WHEN max(original_id) IS NULL THEN 0 ELSE round(3000000 * ln(1 + (SELECT size FROM archive)))::bigint END AS score
    FROM found GROUP BY article_id
  )
  SELECT a.* FROM (SELECT * FROM weighed ORDER BY score DESC, published_at DESC, article_id DESC) AS best
  CROSS JOIN LATERAL (SELECT * FROM article AS a WHERE a.id = best.article_id OFFSET 0) AS a
  ORDER BY best.score DESC, best.published_at DESC, best.article_id DESC
$$;
