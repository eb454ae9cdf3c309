-- article-organisations-0c4a0a45
SELECT parent.nth, page.* FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS parent CROSS JOIN LATERAL (SELECT o.id AS "key", o.name AS "name", named.strength AS "edge.strength", COALESCE(named.forms, '{}') AS "edge.forms" FROM article_organisation AS named JOIN organisation AS o ON o.id = named.organisation_id WHERE named.article_id = parent.key AND named.strength >= $2::strength ORDER BY named.strength DESC, named.mention_count DESC, named.organisation_id DESC LIMIT 6) AS page;

-- articles-b8a1673c
SELECT a.id AS "key", a.title AS "title", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", a.publisher_id AS "publisherKey" FROM (SELECT $1::bigint AS key) AS parent CROSS JOIN article_organisation AS named JOIN article AS a ON a.id = named.article_id WHERE named.organisation_id = parent.key AND (SELECT count(DISTINCT wanted.index) FROM unnest($2::int[], $3::bigint[]) AS wanted(index, key)
      WHERE EXISTS (SELECT FROM article_organisation AS held WHERE held.article_id = a.id AND held.organisation_id = wanted.key)) = $4::integer ORDER BY named.published_at ASC, named.article_id ASC LIMIT 11;

-- articles-count-f5306b1d
SELECT CASE WHEN (SELECT bool_and(o.is_hub) FROM organisation AS o WHERE o.id IN ($1::bigint, $2::bigint)) THEN COALESCE((
        SELECT pair.article_count FROM hub_pair AS pair
        WHERE pair.organisation_id = least($1::bigint, $2::bigint) AND pair.other_id = greatest($1::bigint, $2::bigint) AND $1::bigint <> $2::bigint
      ), (SELECT o.article_count FROM organisation AS o WHERE o.id = $1::bigint AND $1::bigint = $2::bigint), 0)
      ELSE (
        SELECT count(*) FROM article_organisation AS named WHERE named.organisation_id = $1::bigint AND (
          SELECT true FROM article_organisation AS held WHERE held.article_id = named.article_id AND held.organisation_id = $2::bigint)
      ) END::integer AS "count";

-- organisation-by-key-1232f51d
SELECT asked.nth, o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.wikidata_id AS "wikidataId", o.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN organisation AS o ON o.id = (SELECT COALESCE(merged.merged_into_id, merged.id) FROM organisation AS merged WHERE merged.id = asked.key);

-- organisation-by-slug-4e4d3a33
SELECT asked.nth, o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.wikidata_id AS "wikidataId", o.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::text[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN organisation AS o ON o.id = (SELECT COALESCE(merged.merged_into_id, merged.id) FROM organisation AS merged WHERE merged.id = COALESCE((SELECT now.id FROM organisation AS now WHERE now.slug = asked.key), (SELECT former.id FROM former_slug AS former WHERE former.type = 'organisation' AND former.slug = asked.key)));

-- publisher-by-key-aa7146cf
SELECT asked.nth, p.id AS "key", p.slug AS "slug", p.name AS "name", COALESCE(p.hostnames, '{}') AS "hostnames", p.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN publisher AS p ON p.id = asked.key;
