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

-- search-index-7914af0a
SELECT segment.first_ordinal AS "base", segment.articles, CASE WHEN asked.place = 1 THEN segment.removed END AS "removed",
     asked.piece, block.first_piece AS "firstPiece", block.bytes
   FROM search_segment AS segment CROSS JOIN unnest($1::bigint[]) WITH ORDINALITY AS asked(piece, place)
   LEFT JOIN LATERAL (
     SELECT held.first_piece, held.bytes FROM search_block AS held
     WHERE held.segment = segment.first_ordinal AND held.first_piece <= asked.piece ORDER BY held.first_piece DESC LIMIT 1
   ) AS block ON true
   ORDER BY segment.first_ordinal, asked.place;

-- search-ranked-22306041
WITH body AS MATERIALIZED (SELECT m.id AS article_id, m.published_at FROM (SELECT m.id, m.published_at FROM article AS m WHERE m.ordinal = ANY($1::int[]) ORDER BY m.published_at DESC, m.id DESC OFFSET 0) AS m WHERE true AND true ORDER BY m.published_at DESC, m.id DESC LIMIT 100), candidate AS MATERIALIZED (SELECT article_id, published_at FROM body),
    scored AS MATERIALIZED (
      SELECT candidate.article_id, candidate.published_at, (CASE WHEN strpos(s.title, $2::text) > 0 THEN 16 ELSE 0 END + CASE WHEN strpos(s.lead, $2::text) > 0 THEN 6 ELSE 0 END + least(8, (octet_length(s.text) - octet_length(replace(s.text, $2::text, ''))) / octet_length($2::text)))::integer AS score
      FROM candidate JOIN article_search AS s ON s.article_id = candidate.article_id
    )
    SELECT COALESCE(array_agg(article_id ORDER BY score DESC, published_at DESC, article_id DESC), '{}')::text AS "keys",
      COALESCE(array_agg(score ORDER BY score DESC, published_at DESC, article_id DESC), '{}')::text AS "scores",
      count(*)::integer AS "count", (SELECT count(*) FROM body) < 100 AS "isAll"
    FROM scored;
