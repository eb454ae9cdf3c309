-- What docs/related.md says, for peers that have no such list of their own: the articles that share organisations or the original, best
-- first. The same plan as src/modules/related-article, so that no peer is slower for its SQL.
CREATE SCHEMA IF NOT EXISTS bench;
CREATE OR REPLACE FUNCTION bench.related_articles(slug text) RETURNS SETOF article LANGUAGE sql STABLE AS $$
  WITH self AS MATERIALIZED (SELECT id, original_id FROM article WHERE article.slug = $1),
  archive AS MATERIALIZED (SELECT sum(article_count)::float8 AS size FROM publisher),
  ranked AS (
    SELECT o.id, o.article_count, archive.size,
      COALESCE(sum(least(o.article_count, 100)) OVER (ORDER BY o.article_count, o.id DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
    FROM archive, unnest(ARRAY(SELECT organisation_id FROM article_organisation WHERE article_id = (SELECT id FROM self))) AS named(id)
    JOIN organisation AS o ON o.id = named.id WHERE o.article_count <> 0 AND o.article_count <= greatest(5, archive.size / 2)
  ), shared AS MATERIALIZED (
    SELECT id, round(1000000 * ln(1 + size / article_count))::integer AS weight, before < 200 AS is_asked,
      before < 200 AND article_count <= 100 AS is_whole
    FROM ranked
  ), loose AS MATERIALIZED (
    SELECT count <= 8 AS has_places, ids[1] AS id1, weights[1] AS weight1, ids[2] AS id2, weights[2] AS weight2, ids[3] AS id3, weights[3] AS weight3, ids[4] AS id4, weights[4] AS weight4, ids[5] AS id5, weights[5] AS weight5, ids[6] AS id6, weights[6] AS weight6, ids[7] AS id7, weights[7] AS weight7, ids[8] AS id8, weights[8] AS weight8
    FROM (SELECT count(*), array_agg(id) AS ids, array_agg(weight) AS weights FROM shared WHERE NOT is_whole) AS listed
  ), found AS (
    SELECT newest.article_id, newest.published_at, CASE WHEN shared.is_whole THEN shared.weight ELSE 0 END AS weight,
      CASE WHEN loose.has_places AND newest.named_ids IS NOT NULL THEN CASE WHEN loose.id1 IS NULL THEN 0 ELSE CASE WHEN loose.id1 = ANY (newest.named_ids) THEN loose.weight1 ELSE 0 END
      + CASE WHEN loose.id2 IS NULL THEN 0 ELSE CASE WHEN loose.id2 = ANY (newest.named_ids) THEN loose.weight2 ELSE 0 END
      + CASE WHEN loose.id3 IS NULL THEN 0 ELSE CASE WHEN loose.id3 = ANY (newest.named_ids) THEN loose.weight3 ELSE 0 END
      + CASE WHEN loose.id4 IS NULL THEN 0 ELSE CASE WHEN loose.id4 = ANY (newest.named_ids) THEN loose.weight4 ELSE 0 END
      + CASE WHEN loose.id5 IS NULL THEN 0 ELSE CASE WHEN loose.id5 = ANY (newest.named_ids) THEN loose.weight5 ELSE 0 END
      + CASE WHEN loose.id6 IS NULL THEN 0 ELSE CASE WHEN loose.id6 = ANY (newest.named_ids) THEN loose.weight6 ELSE 0 END
      + CASE WHEN loose.id7 IS NULL THEN 0 ELSE CASE WHEN loose.id7 = ANY (newest.named_ids) THEN loose.weight7 ELSE 0 END
      + CASE WHEN loose.id8 IS NULL THEN 0 ELSE CASE WHEN loose.id8 = ANY (newest.named_ids) THEN loose.weight8 ELSE 0 END
      + 0 END END END END END END END END
      ELSE (SELECT COALESCE(sum(weight), 0)::integer FROM shared AS one WHERE NOT is_whole AND id = ANY (COALESCE(newest.named_ids, ARRAY(
        SELECT beside.organisation_id FROM article_organisation AS beside WHERE beside.article_id = newest.article_id)))) END AS weight_beside
    FROM loose, shared CROSS JOIN LATERAL (
      SELECT named.article_id, named.published_at, named.named_ids FROM article_organisation AS named WHERE named.organisation_id = shared.id
      ORDER BY named.published_at DESC, named.article_id DESC LIMIT 100) AS newest
    WHERE shared.is_asked AND newest.article_id <> (SELECT id FROM self)
    UNION ALL
    SELECT other.id, other.published_at, 0, round(3000000 * ln(1 + archive.size))::integer + (
      SELECT COALESCE(sum(weight), 0)::integer FROM shared AS one WHERE NOT is_whole AND id = ANY (ARRAY(
        SELECT organisation_id FROM article_organisation WHERE article_id = other.id)))
    FROM archive, self JOIN article AS other ON other.original_id = self.original_id AND other.id <> self.id
  ), weighed AS (
    SELECT article_id, max(published_at) AS published_at, sum(weight) + max(weight_beside) AS score FROM found GROUP BY article_id
  )
  SELECT a.* FROM (SELECT * FROM weighed ORDER BY score DESC, published_at DESC, article_id DESC) AS best
  CROSS JOIN LATERAL (SELECT * FROM article AS a WHERE a.id = best.article_id OFFSET 0) AS a
  ORDER BY best.score DESC, best.published_at DESC, best.article_id DESC
$$;
