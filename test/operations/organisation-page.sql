-- credits-by-article-26156feb
SELECT credit.article_id AS "articleKey", credit.role AS "role", credit.as_printed AS "asPrinted",
     c.translator_count AS "translatorCount", c.author_count AS "authorCount", c.id AS "key", c.slug AS "slug", c.name AS "name", c.url AS "url", c.publisher_id AS "publisherKey"
   FROM credit JOIN contributor AS c ON c.id = credit.contributor_id
   WHERE credit.article_id = ANY($1::bigint[]) ORDER BY credit.article_id, credit.role, credit.position;

-- organisation-articles-count-3ba6ddbc
SELECT parent.nth, list.count FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS parent CROSS JOIN LATERAL (SELECT (SELECT o.article_count FROM organisation AS o WHERE o.id = parent.key) AS "count") AS list;

-- organisation-articles-de0d738d
SELECT parent.nth, page.* FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS parent CROSS JOIN LATERAL (SELECT a.id AS "key", a.title AS "title", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt" FROM article_organisation AS named JOIN article AS a ON a.id = named.article_id WHERE named.organisation_id = parent.key ORDER BY named.published_at DESC, named.article_id DESC LIMIT 11) AS page;

-- organisation-by-key-1232f51d
SELECT asked.nth, o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.wikidata_id AS "wikidataId", o.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN organisation AS o ON o.id = (SELECT COALESCE(merged.merged_into_id, merged.id) FROM organisation AS merged WHERE merged.id = asked.key);

-- organisation-co-mentions-0d9509b2
SELECT parent.nth, page.* FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS parent CROSS JOIN LATERAL (SELECT o.id AS "key", o.name AS "name", together.article_count AS "edge.articleCount", together.score / 1000000::float8 AS "edge.score" FROM (SELECT together.* FROM (
    SELECT counted.organisation_id, counted.article_count,
      round(1000000 * counted.article_count * ln(1 + (SELECT sum(article_count) FROM publisher)::float8 / other.article_count))::bigint AS score
    FROM (
      SELECT beside.organisation_id, count(*)::integer AS article_count
      FROM (
        SELECT unnest(COALESCE(newest.named_ids, ARRAY(SELECT beside.organisation_id FROM article_organisation AS beside WHERE beside.article_id = newest.article_id))) AS organisation_id FROM (
          SELECT named.article_id, named.named_ids FROM article_organisation AS named WHERE named.organisation_id = parent.key
          ORDER BY named.published_at DESC, named.article_id DESC LIMIT 1000
        ) AS newest
      ) AS beside
      WHERE beside.organisation_id <> parent.key
      GROUP BY beside.organisation_id OFFSET 0
    ) AS counted CROSS JOIN LATERAL (
      SELECT o.article_count FROM organisation AS o WHERE o.id = counted.organisation_id AND o.article_count > 0 OFFSET 0
    ) AS other
  ) AS together ORDER BY together.score DESC, together.organisation_id DESC LIMIT 11) AS together JOIN organisation AS o ON o.id = together.organisation_id ORDER BY together.score DESC, together.organisation_id DESC) AS page;

-- organisation-key-by-name-c73f0f6a
SELECT asked.name AS "name", found.id AS "key" FROM unnest($1::text[]) AS asked(name)
   CROSS JOIN LATERAL (
     SELECT o.id FROM alias JOIN organisation AS o ON o.id = alias.organisation_id
     WHERE alias.folded = asked.name ORDER BY alias.is_weak, o.article_count DESC, o.id LIMIT 1
   ) AS found;

-- renderings-by-organisation-d2e0ac0d
WITH used AS MATERIALIZED (
     SELECT asked.key AS organisation_id, unnest(named.forms) AS form, newest.article_id AS id, a.language, newest.published_at,
       a.is_published_at_known
     FROM unnest($1::bigint[]) AS asked(key) CROSS JOIN LATERAL (
       SELECT named.article_id, named.published_at FROM article_organisation AS named WHERE named.organisation_id = asked.key
       ORDER BY named.published_at DESC, named.article_id DESC LIMIT 2000
     ) AS newest CROSS JOIN LATERAL (
       SELECT named.forms FROM article_organisation AS named
       WHERE named.article_id = newest.article_id AND named.organisation_id = asked.key OFFSET 0
     ) AS named CROSS JOIN LATERAL (
       SELECT a.language, a.is_published_at_known FROM article AS a
       WHERE a.published_at = newest.published_at AND a.id = newest.article_id OFFSET 0
     ) AS a
   ), counted AS (
     SELECT organisation_id, form, count(*)::integer AS count, array_agg(DISTINCT language) AS languages,
       min(published_at) FILTER (WHERE is_published_at_known) AS first_used,
       max(published_at) FILTER (WHERE is_published_at_known) AS last_used
     FROM used GROUP BY organisation_id, form
   ), credited AS (
     SELECT organisation_id, form, array_agg(contributor_id ORDER BY contributor_id) AS translators
     FROM (
       SELECT DISTINCT used.organisation_id, used.form, credit.contributor_id
       FROM used CROSS JOIN LATERAL (
         SELECT credit.contributor_id FROM credit
         WHERE credit.published_at = used.published_at AND credit.article_id = used.id AND credit.role = 'TRANSLATOR' OFFSET 0
       ) AS credit
     ) AS translator GROUP BY organisation_id, form
   )
   SELECT counted.organisation_id AS "key", counted.form AS "form", counted.count AS "count", counted.languages AS "languages",
     counted.first_used AS "firstUsed", counted.last_used AS "lastUsed", COALESCE((
       SELECT json_agg("row") FROM (
         SELECT c.id::text AS "key", c.name AS "name" FROM unnest(credited.translators) AS asked(key) JOIN contributor AS c ON c.id = asked.key
         WHERE c.translator_count > 0 ORDER BY c.id
       ) AS "row"), '[]') AS "translators"
   FROM counted LEFT JOIN credited ON credited.organisation_id = counted.organisation_id AND credited.form = counted.form
   ORDER BY counted.organisation_id, counted.count DESC, counted.form;
