-- What docs/related.md says, for peers that have no such list of their own: the articles that share organisations or the original, best first.
CREATE SCHEMA IF NOT EXISTS bench;
CREATE OR REPLACE FUNCTION bench.related_articles(slug text) RETURNS SETOF article LANGUAGE sql STABLE AS $$
  WITH self AS MATERIALIZED (SELECT id, original_id FROM article WHERE article.slug = $1),
  archive AS MATERIALIZED (SELECT sum(article_count)::float8 AS size FROM publisher),
  shared AS MATERIALIZED (
    SELECT named.organisation_id, round(ln(1 + archive.size / o.article_count)::numeric, 6) AS weight,
      COALESCE(sum(least(o.article_count, 200)) OVER (ORDER BY o.article_count, o.id DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
    FROM self JOIN article_organisation AS named ON named.article_id = self.id JOIN organisation AS o ON o.id = named.organisation_id, archive
    WHERE o.article_count > 0 AND o.article_count <= greatest(5, archive.size / 2)
  ), candidate AS (
    SELECT newest.article_id FROM shared CROSS JOIN LATERAL (
      SELECT named.article_id FROM article_organisation AS named WHERE named.organisation_id = shared.organisation_id
      ORDER BY named.published_at DESC, named.article_id DESC LIMIT 200) AS newest WHERE shared.before < 400
    UNION SELECT other.id FROM self JOIN article AS other ON other.original_id = self.original_id
  ), scored AS (
    SELECT candidate.article_id, COALESCE(sum(shared.weight), 0) AS weight
    FROM candidate LEFT JOIN article_organisation AS named ON named.article_id = candidate.article_id
    LEFT JOIN shared ON shared.organisation_id = named.organisation_id
    WHERE candidate.article_id <> (SELECT id FROM self) GROUP BY candidate.article_id
  )
  SELECT a.* FROM scored JOIN article AS a ON a.id = scored.article_id
  ORDER BY scored.weight + CASE WHEN a.original_id = (SELECT original_id FROM self) THEN round(3 * ln(1 + (SELECT size FROM archive))::numeric, 6) ELSE 0 END DESC,
    a.published_at DESC, a.id DESC
$$;
