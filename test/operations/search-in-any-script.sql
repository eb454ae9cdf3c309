-- archive-size-dc02ef61
SELECT COALESCE(sum(article_count), 0)::integer AS "count" FROM publisher;

-- organisations-named-948900a0

  SELECT COALESCE(array_agg(body.id) FILTER (WHERE body.is_whole), '{}')::text AS "whole",
    COALESCE(array_agg(body.id) FILTER (WHERE NOT body.is_whole), '{}')::text AS "partly",
    count(*)::integer AS "count", COALESCE(sum(body.article_count), 0)::integer AS "articleCount"
  FROM (
    SELECT o.id, o.article_count, bool_or(named.is_whole) AS is_whole
    FROM (SELECT alias.organisation_id, alias.folded = $2::text AS is_whole FROM alias
    WHERE alias.grams @> $1::int[] AND strpos(alias.folded, $2::text) > 0) AS named
    JOIN organisation AS called ON called.id = named.organisation_id
    JOIN organisation AS o ON o.id = COALESCE(called.merged_into_id, called.id)
    GROUP BY o.id
  ) AS body;

-- search-f9e3b9d4
SELECT a.id AS "key", a.title AS "title", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", ranked.score AS "edge.score" FROM unnest($1::bigint[], $2::int[]) AS ranked(id, score) JOIN article AS a ON a.id = ranked.id ORDER BY ranked.score DESC, a.published_at DESC, a.id DESC LIMIT 11;

-- search-ranked-b5fc255e
WITH title AS MATERIALIZED (SELECT s.article_id, s.published_at FROM article_search AS s
    WHERE s.title_grams @> $1::int[] AND strpos(s.title, $2::text) > 0 AND true ORDER BY s.published_at DESC, s.article_id DESC LIMIT 100), body AS MATERIALIZED (SELECT s.article_id, s.published_at
    FROM (SELECT * FROM article_search AS s WHERE s.grams @> $3::int[] ORDER BY s.published_at DESC, s.article_id DESC OFFSET 0) AS s
    WHERE (strpos(s.title, $4::text) > 0 OR strpos(s.lead, $4::text) > 0 OR strpos(s.text, $4::text) > 0) AND true ORDER BY s.published_at DESC, s.article_id DESC LIMIT 100), candidate AS MATERIALIZED (SELECT article_id, published_at FROM title UNION SELECT article_id, published_at FROM body),
    scored AS MATERIALIZED (
      SELECT candidate.article_id, candidate.published_at, (CASE WHEN strpos(s.title, $5::text) > 0 THEN 16 ELSE 0 END + CASE WHEN strpos(s.lead, $5::text) > 0 THEN 6 ELSE 0 END + least(8, (octet_length(s.text) - octet_length(replace(s.text, $5::text, ''))) / octet_length($5::text)))::integer AS score
      FROM candidate JOIN article_search AS s ON s.article_id = candidate.article_id
    )
    SELECT COALESCE(array_agg(article_id ORDER BY score DESC, published_at DESC, article_id DESC), '{}')::text AS "keys",
      COALESCE(array_agg(score ORDER BY score DESC, published_at DESC, article_id DESC), '{}')::text AS "scores",
      count(*)::integer AS "count", (SELECT count(*) FROM body) < 100 AS "isAll"
    FROM scored;

-- search-sample-30e9bb55
WITH candidate AS MATERIALIZED (
     SELECT s.title, s.lead, s.text FROM article_search AS s WHERE s.grams @> $1::int[] LIMIT 3000
   )
   SELECT (SELECT count(*) FROM candidate) >= 3000 AND (
     SELECT count(*) FROM (SELECT * FROM candidate LIMIT 50) AS s
     WHERE strpos(s.title, $2::text) > 0 OR strpos(s.lead, $2::text) > 0 OR strpos(s.text, $2::text) > 0
   ) >= 10 AS "isInMany";
